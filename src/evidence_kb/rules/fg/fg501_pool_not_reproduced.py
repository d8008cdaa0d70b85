"""A pooled effect does not follow from the studies inside.

All studies of the pool stand in the library with usable figures; no usual model gives the printed effect.

Why it matters:
A study was entered wrongly, or the pool rests on other figures than the studies print.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
Adjusted estimates, imputed data, other time points than those entered.

References:
Cochrane Handbook 6.5, chapter 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG501",
    each=Finding,
    severity=Severity.WARNING,
    where=has("M1"),
    without_subject="needs a pooled result all of whose studies stand in the library with counts, means or intervals",
)
def pool_not_reproduced(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check M1 of the integrity report."""
    for item in unexplained("M1", context):
        message = f"The studies inside give {item.recomputed} ({item.formula}), and {item.printed} is printed."
        yield problem(item, message, context, "Look up the pooled effect and the figures of each study.")
