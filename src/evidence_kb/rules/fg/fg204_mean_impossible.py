"""A mean that no whole scores can give.

Among n people who give whole scores, the sum is a whole number; the printed mean times n is near none (the GRIM
test).

Why it matters:
The mean, the number of people or the scale is not what the record says.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
Scales with half points, means over several questions, and means from a model (`analysis.estimate`).

References:
Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG204",
    each=Finding,
    severity=Severity.WARNING,
    where=has("S5"),
    without_subject="needs means of whole scores printed so precisely that a wrong one shows",
)
def mean_impossible(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check S5 of the integrity report."""
    for item in unexplained("S5", context):
        message = f"No sum of {item.what.removeprefix('mean of ')} gives a mean of {item.printed}."
        yield problem(item, message, context, "Look up the mean, the people and the scale.")
