"""A question has more than seven outcomes.

A Summary of Findings has at most seven rows.

Why it matters:
Nobody weighs twelve outcomes; the important ones disappear among the others.

How to fix it:
Keep the outcomes that matter for the decision; rows of limited importance go first.

References:
GRADE guidelines 2, J Clin Epidemiol 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule

MOST = 7


@rule("GR109", each=Question)
def too_many_outcomes(question: Question, context: Context) -> Iterator[Problem]:
    """Count the rows."""
    if len(question.outcomes) > MOST:
        message = f"The question has {len(question.outcomes)} outcomes; {MOST} are allowed."
        yield Problem(
            message, ("outcomes",), key=True, value=str(len(question.outcomes)), fix="Keep the most important."
        )
