"""A claim stands twice in the body of evidence of one outcome.

Each claim has one part in a row: rated, inside the estimate, or context.

Why it matters:
A study that is listed twice looks like two, and counts of studies are wrong.

How to fix it:
Remove one of the two entries.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF110", each=QuestionOutcome)
def body_claim_twice(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the claims of the body."""
    first: dict[str, str] = {}
    for index, part in enumerate(row.body):
        if part.claim in first:
            message = f"`{part.claim}` stands twice in this body, as {first[part.claim]} and as {part.role}."
            yield Problem(message, ("body", index, "claim"), value=part.claim, fix="Remove one of the two.")
        first.setdefault(part.claim, part.role)
