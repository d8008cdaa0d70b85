"""A rated claim is on another route than the question.

Its interventions are given by another route, and the link does not say `directness: indirect` with `route` among the
reasons.

Why it matters:
What a tablet does over months says nothing direct of an infusion.

How to fix it:
Say so at the link, or make the claim `context` with `why: intervention`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import other_route
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR117", each=QuestionOutcome)
def route_not_the_question(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the routes."""
    for part in other_route(context.record, row, context.kb):
        message = f"`{part.claim}` is on the route {part.what}, and the question on another."
        fix = "Write `directness: indirect, indirect_because: [route]`, or make it context."
        yield Problem(message, ("body", part.index, "claim"), value=part.claim, fix=fix)
