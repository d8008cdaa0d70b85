"""The certainty is not what start and steps add up to.

Start, less the levels taken off, plus those added, kept between very low and high, is the certainty.

Why it matters:
The certainty is the most read word of an answer; here it and its own reasons disagree.

How to fix it:
Correct the steps or the result.

References:
GRADE guidelines 3, J Clin Epidemiol 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.grading import WORDS, computed_level, steps
from evidence_kb.records.grade import Certainty
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR101", each=Certainty)
def certainty_does_not_add_up(certainty: Certainty, context: Context) -> Iterator[Problem]:
    """Compare the stated level with the sum."""
    found = computed_level(certainty)
    if certainty.status == "not-rated" or certainty.final is None or found is None or found == certainty.final:
        return
    moved = ", ".join(f"{step.domain} {step.levels:+d}" for step in steps(certainty)) or "no step"
    result = f"{WORDS[found].lower()}, not {WORDS[certainty.final].lower()}"
    message = f"Starting {certainty.start} with {moved}, the certainty is {result}."
    yield Problem(
        message, ("final",), value=certainty.final, nearest=found, fix=f"Write `{found}`, or correct the steps."
    )
