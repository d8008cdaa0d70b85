"""No sentence can be made of a row.

A row without an estimate, or without a rating, says in `summary` what is known.

Why it matters:
Otherwise the bottom line would say nothing of an outcome that it lists.

How to fix it:
Write one sentence under `summary`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR115", each=QuestionOutcome, severity=Severity.WARNING)
def no_sentence_possible(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Look for a summary where none can be derived."""
    if row.summary or (row.estimate and row.certainty.status != "not-rated") or row.synthesis == "pooled-here":
        return
    message = f"The row has no {'rating' if row.estimate else 'estimate'}, and no `summary` says what is known."
    yield Problem(message, ("outcome",), value=row.outcome, fix="Write one sentence under `summary`.")
