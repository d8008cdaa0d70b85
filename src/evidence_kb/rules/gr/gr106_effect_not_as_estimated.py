"""The stated effect is not what the estimate shows.

Little or no difference needs the whole interval inside a stated threshold. An interval that reaches benefit and harm
is uncertain. A benefit does not rest on an estimate that favours the comparator.

Why it matters:
The sentence of the bottom line is made from the effect. An inconclusive result told as no difference, or as a
benefit, misleads.

How to fix it:
Set `effect` to what the estimate shows; state a threshold where one is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import effect_problem
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR106", each=QuestionOutcome)
def effect_not_as_estimated(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the effect with estimate, interval and threshold."""
    found = effect_problem(context.record, row, context.kb)
    if found:
        message = f"The effect is given as {row.effect.replace('-', ' ')}, and {found}."
        yield Problem(message, ("effect",), value=row.effect, fix="Set `effect` to what the estimate shows.")
