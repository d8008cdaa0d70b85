"""An estimate lies outside its own interval.

The record gives an estimate and limits, or a median and quartiles, and the first is not between the others.

Why it matters:
One of the three was copied wrongly, most often a sign; what the comparison shows depends on it.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
Limits of a change that the source prints without sign: set `unsigned: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG102", each=Finding, where=has("P4"))
def estimate_outside_interval(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P4 of the integrity report."""
    for item in unexplained("P4", context, causes=("outside",)):
        message = f"The {item.what} of {item.printed} lies {item.recomputed}" + (
            f"; {item.note}." if item.note else "."
        )
        yield problem(item, message, context, "Look up the estimate, both limits and their signs.")
