"""A rating is called full without what a full rating needs.

`rated` needs a systematic search, risk of bias for each study, and full texts. Everything else is `provisional` and
shown with that word.

Why it matters:
Readers take a GRADE level as the end of a systematic review.

How to fix it:
Set `status: provisional`, or supply what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.grading import why_provisional
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR107", each=QuestionOutcome)
def rated_without_grounds(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Ask for what a full rating needs."""
    if row.certainty.status != "rated":
        return
    lacking = why_provisional(context.record, row, context.kb)
    if lacking:
        message = f"The certainty is called rated, and {'; '.join(lacking)}."
        yield Problem(
            message, ("certainty", "status"), value="rated", nearest="provisional", fix="Write `provisional`."
        )
