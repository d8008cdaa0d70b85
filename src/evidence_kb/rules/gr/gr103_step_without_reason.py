"""A step of the rating has no reason that a reader could judge.

Every level taken off or added says why, in two words at least, and moves one to three levels.

Why it matters:
GRADE is judgement made visible. A number without a reason is a judgement hidden.

How to fix it:
Say in a sentence what in the evidence led to the step; leave out steps of no level.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.grade import Step
from evidence_kb.rules.rule import Context, Problem, rule

MIN_WORDS = 2
MOST_LEVELS = 3


@rule("GR103", each=Step)
def step_without_reason(step: Step, context: Context) -> Iterator[Problem]:
    """Count words and levels."""
    if len(step.reason.split()) < MIN_WORDS:
        message = f"The reason `{step.reason}` does not say what led to the step."
        yield Problem(message, ("reason",), value=step.reason, fix="Say what in the evidence led to it.")
    if not 1 <= step.levels <= MOST_LEVELS:
        message = f"A step moves one to {MOST_LEVELS} levels, not {step.levels}."
        yield Problem(message, ("levels",), value=str(step.levels), fix="Leave the step out, or give its levels.")
