"""The locator names a table, figure or section without its number.

A paper has several tables and a label several sections. `label` gives the number or heading as printed.

Why it matters:
The next reader has to find the figure within a minute, or will not check it at all.

How to fix it:
Add `label` (`Table 2`, `5.1`, the heading of the section), or `page` where nothing is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Locator
from evidence_kb.rules.rule import Context, Problem, rule

NUMBERED = ("table", "figure", "label-section", "supplement")


@rule("CT106", each=Locator)
def place_without_its_number(locator: Locator, context: Context) -> Iterator[Problem]:
    """Ask for a label, a page or a place where the part has a number."""
    if locator.part in NUMBERED and not (locator.label or locator.page or locator.place):
        yield Problem(
            f"The {locator.part} has no `label`; there may be several.",
            ("part",),
            value=locator.part,
            fix="Add `label` as printed, such as `Table 2` or `5.1`.",
        )
