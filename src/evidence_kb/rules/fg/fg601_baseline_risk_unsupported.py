"""The risk without the intervention is not cited, or not the risk that is cited.

Numbers per 1,000 people start from a baseline risk. It comes from a claim in the library, whose figures it repeats,
or it is reasoned for in `why`.

Why it matters:
The same relative effect is large or small depending on this one figure.

How to fix it:
Name the claim under `baseline.claim` and take its risk, or say under `baseline.why` where the risk comes from.

References:
GRADE guidelines 12, J Clin Epidemiol 2013.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.checks.baselines import baseline
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG601",
    each=QuestionOutcome,
    where=lambda row, context: row.baseline is not None,
    without_subject="needs a row with a risk without the intervention",
)
def baseline_risk_unsupported(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Read check A1 of the row."""
    if row.baseline is None:
        return
    if row.baseline.claim is None and not row.baseline.why:
        message = "The risk without the intervention has neither a claim nor a reason."
        fix = "Name the claim that it comes from, or give the reason under `why`."
        yield Problem(message, ("baseline",), value=str(row.baseline.risk), fix=fix)
    item = baseline(row, context.kb)
    if item is not None and item.unexplained:
        message = (
            f"The risk without the intervention is given as {item.printed}, and by its claim it is {item.recomputed}."
        )
        yield Problem(message, item.path, value=item.printed, fix="Take the risk of an arm of the claim.")
