"""A rating starts where the designs of its studies do not.

Randomised trials start high, all else starts low. Reviews start where the designs of their studies do.

Why it matters:
A wrong start lifts or lowers the whole rating by two levels.

How to fix it:
Correct `start`, or make the claim that brings the other design `context`.

Known exceptions:
Non-randomised studies judged with ROBINS-I may start high.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.grading import starts
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR105", each=QuestionOutcome)
def start_not_of_design(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the start with the designs of the rated claims."""
    start = row.certainty.start
    possible = starts(row, context.kb)
    if start is None or not possible or start in possible:
        return
    message = f"The rating starts {start}, and the designs of the rated claims start {possible[0]}."
    yield Problem(message, ("certainty", "start"), value=start, nearest=possible[0], fix=f"Write `{possible[0]}`.")
