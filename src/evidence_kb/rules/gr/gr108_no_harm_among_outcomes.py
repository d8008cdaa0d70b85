"""A question has no harm among its outcomes.

Of the outcomes of a question at least one is a harm, even if nothing is known of it.

Why it matters:
An answer that weighs only benefits is an advertisement.

How to fix it:
Add a row with `kind: harm`; with `synthesis: none` and `effect: uncertain` where nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR108", each=Question)
def no_harm_among_outcomes(question: Question, context: Context) -> Iterator[Problem]:
    """Look for a harm."""
    if question.outcomes and not any(row.kind == "harm" for row in question.outcomes):
        fix = "Add a row with `kind: harm`; `synthesis: none` where nothing is known."
        yield Problem("No outcome of the question is a harm.", ("outcomes",), key=True, fix=fix)
