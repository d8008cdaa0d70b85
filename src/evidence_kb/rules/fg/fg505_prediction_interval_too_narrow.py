"""A prediction interval is narrower than the confidence interval.

The effect in a new study is less certain than the mean effect, so the prediction interval holds the confidence
interval.

Why it matters:
The two were exchanged, or a limit was copied wrongly.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

References:
Higgins JPT, Thompson SG, Spiegelhalter DJ. J R Stat Soc A 2009.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG505",
    each=MetaAnalysis,
    severity=Severity.WARNING,
    where=has("M2"),
    without_subject="needs a prediction interval",
)
def prediction_interval_too_narrow(claim: MetaAnalysis, context: Context) -> Iterator[Problem]:
    """Read check M2 of the integrity report."""
    for item in unexplained("M2", context, causes=("narrower",)):
        message = (
            f"The prediction interval {item.printed} is {item.recomputed.removeprefix('not ')}, and should not be."
        )
        yield problem(item, message, context, "Look up both intervals.")
