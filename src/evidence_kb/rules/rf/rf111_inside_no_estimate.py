"""A claim is inside an estimate that the row does not have.

`inside-estimate` says that the study is already part of the row's pooled estimate, so that it is not counted again.
This row names no estimate and pools nothing here.

Why it matters:
The claim would neither be rated nor be part of anything: it would vanish from the answer.

How to fix it:
Name the claim that carries the estimate under `estimate`, or rate this claim, or make it context with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF111", each=QuestionOutcome)
def inside_no_estimate(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Find claims inside an estimate in rows without one."""
    if row.estimate is not None or row.synthesis == "pooled-here":
        return
    for index, part in enumerate(row.body):
        if part.role == "inside-estimate":
            message = f"`{part.claim}` is said to be inside the estimate, and this row has none."
            fix = "Add `estimate`, or choose `rated` or `context`."
            yield Problem(message, ("body", index, "role"), value=part.role, fix=fix)
