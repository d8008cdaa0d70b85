"""A rated claim has another comparator than the question.

Its comparator is not among those of the question, and the link does not say `directness: indirect` with `comparator`
among the reasons.

Why it matters:
A trial against another drug says nothing direct of the effect against placebo.

How to fix it:
Say so at the link, or make the claim `context` with `why: comparator`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import other_comparator
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR112", each=QuestionOutcome)
def comparator_not_the_question(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the comparators."""
    for part in other_comparator(context.record, row, context.kb):
        wanted = ", ".join(context.record.pico.comparator)
        message = f"`{part.claim}` compares with {part.what}, and the question with {wanted}."
        fix = "Write `directness: indirect, indirect_because: [comparator]`, or make it context."
        yield Problem(message, ("body", part.index, "claim"), value=part.claim, fix=fix)
