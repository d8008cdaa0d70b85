"""A figure lies where no such figure can lie.

A percentage lies between 0 and 100, p and I² in their ranges, a ratio above 0, a score on its scale.

Why it matters:
The figure was copied wrongly, or it is of another kind than the record says (a logarithm, a change, another scale).

How to fix it:
Look the figure up at the locator. If it is right, correct the measure, the scale or the quantity of the record. If
the source itself prints it so, keep it and add a waiver that says so.

Known exceptions:
A ratio that is printed as 0.00 was rounded and may stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG101", each=Finding)
def figure_out_of_range(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P4 of the integrity report."""
    for item in unexplained("P4", context, causes=("range",)):
        message = f"{item.what}: {item.printed} lies {item.recomputed} ({item.formula})."
        yield problem(
            item, message, context, "Look the figure up; if it is right, correct the measure, scale or quantity."
        )
