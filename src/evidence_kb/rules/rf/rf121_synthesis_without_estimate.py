"""A row is said to have an estimate, and names none.

`published-pooled` and `single-study` say that one claim carries the estimate; a single study without a usable figure
needs a `summary` in its place. `narrative` and `none` say that there is no estimate.

Why it matters:
The figures of the row, its absolute numbers and its plot are taken from the estimate. Without it the row is empty.

How to fix it:
Add `estimate` with the id of the claim, or write `synthesis: narrative` with a `summary`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule

WITHOUT = ("narrative", "none")


@rule("RF121", each=QuestionOutcome)
def synthesis_without_estimate(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the synthesis with the presence of an estimate."""
    single = row.synthesis == "single-study" and (row.summary is None or _has_figure(row, context))
    if row.estimate is None and (single or row.synthesis == "published-pooled"):
        message = f"The synthesis is `{row.synthesis}`, and `estimate` is missing."
        yield Problem(message, ("synthesis",), value=row.synthesis, fix="Add `estimate`, or write `narrative`.")
    if row.synthesis in WITHOUT and row.estimate is not None:
        message = f"The synthesis is `{row.synthesis}`, and `{row.estimate}` is named as the estimate."
        fix = "Write `published-pooled` or `single-study`, or remove `estimate`."
        yield Problem(message, ("synthesis",), value=row.synthesis, fix=fix)


def _has_figure(row: QuestionOutcome, context: Context) -> bool:
    """Whether the row's one rated claim prints the size of an effect."""
    rated = [context.kb.claims.get(part.claim) for part in row.body if part.role == "rated"]
    if len(rated) != 1 or rated[0] is None or not isinstance(rated[0].record, Finding):
        return False
    return any(contrast.value is not None and contrast.measure != "none" for contrast in rated[0].record.contrasts)
