"""A question names a claim in a place that its type does not fit.

The body of evidence and the estimate are results about an outcome; `guidance` holds recommendations (or their absence),
`safety` warnings, regulatory acts and harms, `regimens` ways of giving, `mechanisms` what may explain an effect.

Why it matters:
A recommendation among the trials would be rated like evidence; a mechanism among them would prove an effect.

How to fix it:
Move the claim to the list that fits its type.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule

FITTING: dict[str, tuple[str, ...]] = {
    "guidance": ("recommendation", "absence", "regulatory", "fact"),
    "safety": ("safety", "regulatory", "regimen", "response_rate", "comparison", "meta_analysis", "fact", "absence"),
    "regimens": ("regimen", "absence"),
    "mechanisms": ("mechanism", "continuous", "comparison", "response_rate", "association", "fact", "absence"),
}


@rule("RF117", each=Question)
def claim_in_the_wrong_place(question: Question, context: Context) -> Iterator[Problem]:
    """Compare the type of every claim with the place in which it stands."""
    for field, types in FITTING.items():
        for index, id in enumerate(getattr(question, field)):
            entry = context.kb.claims.get(id)
            if entry is not None and entry.record.type not in types:
                message = f"`{id}` is a {entry.record.type}, which does not belong under `{field}`."
                yield Problem(message, (field, index), value=id, allowed=types, fix="Move it to the list that fits.")
    for at, row in enumerate(question.outcomes):
        for index, part in enumerate(row.body):
            entry = context.kb.claims.get(part.claim)
            if entry is not None and part.role != "context" and not isinstance(entry.record, Finding):
                message = f"`{part.claim}` is a {entry.record.type}: it reports no outcome and cannot be {part.role}."
                fix = "Move it to `guidance`, `safety`, `regimens` or `mechanisms`, or make it context."
                yield Problem(message, ("outcomes", at, "body", index, "claim"), value=part.claim, fix=fix)
