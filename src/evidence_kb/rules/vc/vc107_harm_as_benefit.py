"""A row counts an outcome on the wrong side.

`kind` says whether a row counts for the intervention or against it. The vocabulary says of each outcome whether it is a
benefit or a harm.

Why it matters:
Benefits and harms stand in different parts of the answer. A harm among the benefits is hidden.

How to fix it:
Correct `kind`, or the outcome, or its `role` in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import QuestionOutcome
from evidence_kb.records.term import Outcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("VC107", each=QuestionOutcome)
def harm_as_benefit(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the kind of the row with the role of the outcome; surrogates may stand on either side."""
    term = context.kb.term("outcomes", row.outcome)
    if isinstance(term, Outcome) and term.role != "surrogate" and term.role != row.kind:
        message = f"`{row.outcome}` is a {term.role} in the vocabulary, and this row calls it a {row.kind}."
        yield Problem(message, ("kind",), value=row.kind, nearest=term.role, fix=f"Write `{term.role}`.")
