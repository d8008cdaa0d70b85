"""A study without a control group is rated as evidence of an effect.

Series, studies with one arm and comparisons of before and after stand in the body as `context`.

Why it matters:
People in an attack get better by themselves; without a control group nobody knows what the treatment added.

How to fix it:
Set `role: context` with `why: design`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import uncontrolled_but_rated
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR111", each=QuestionOutcome)
def uncontrolled_study_rated(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Look at the designs of the rated claims."""
    for part in uncontrolled_but_rated(row, context.kb):
        message = f"`{part.claim}` is rated, and it comes from {part.what}."
        yield Problem(
            message,
            ("body", part.index, "role"),
            value="rated",
            nearest="context",
            fix="Write `role: context, why: design`.",
        )
