"""What is called a risk ratio is the odds ratio.

The printed figure is not the risk ratio of the counts, and it is their odds ratio.

Why it matters:
An odds ratio read as a risk ratio exaggerates the effect, the more so the commoner the event.

How to fix it:
Set `measure: odds_ratio` if the source calls it so. If the source calls it a risk ratio, keep it and add a waiver
that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG304",
    each=Contrast,
    severity=Severity.WARNING,
    where=has("E1", "E4"),
    without_subject="needs a risk ratio beside figures of both arms",
)
def risk_ratio_is_odds_ratio(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check E1 and E4 of the integrity report."""
    for check in ("E1", "E4"):
        for item in unexplained(check, context, causes=("odds-ratio",)):
            message = (
                f"{item.printed} is called a risk ratio, and it is the odds ratio of the arms (RR {item.recomputed})."
            )
            yield problem(
                item, message, context, "Correct `measure`, or add a waiver that says what the source calls it."
            )
