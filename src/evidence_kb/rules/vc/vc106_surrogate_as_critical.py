"""A surrogate is rated as critical.

A surrogate stands for something that matters to people: a blood level for a headache. Decisions rest on what matters.

Why it matters:
A treatment that mends the surrogate need not help. GRADE rates surrogates as important at most, and as indirect.

How to fix it:
Lower the `importance`, or ask for the outcome that matters to patients.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.records.term import Outcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("VC106", each=QuestionOutcome, severity=Severity.WARNING)
def surrogate_as_critical(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the importance with the role of the outcome."""
    term = context.kb.term("outcomes", row.outcome)
    if isinstance(term, Outcome) and term.role == "surrogate" and row.importance == "critical":
        message = f"`{row.outcome}` is a surrogate, and its importance is critical."
        yield Problem(message, ("importance",), value="critical", fix="Write `important` or `limited`.")
