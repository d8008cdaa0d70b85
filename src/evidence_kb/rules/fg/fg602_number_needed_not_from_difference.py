"""A number needed to treat does not follow from the risk difference.

It is 1 divided by the risk difference, rounded or rounded up.

Why it matters:
It is the figure that readers remember, and the easiest to get wrong.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

References:
Altman DG. BMJ 1998;317:1309.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG602",
    each=Contrast,
    where=has("A2"),
    without_subject="needs a printed number needed to treat beside counts, percentages or a risk difference",
)
def number_needed_not_from_difference(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check A2 of the integrity report."""
    for item in unexplained("A2", context):
        message = f"{item.what} is {item.recomputed}, not {item.printed}."
        yield problem(item, message, context, "Look the figures up at the locator.")
