"""A claim stands under an outcome that it is not about.

The estimate of a row and its rated claims measure the row's own outcome: relief is not freedom from pain. A claim about
another outcome can only be context, or indirect evidence that says so.

Why it matters:
A certainty belongs to one outcome. Figures of an easier outcome under the harder one's name overstate the effect.

How to fix it:
Move the claim to the row of its outcome, or give it `directness: indirect` with `outcome` or `surrogate` as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import FieldPath
from evidence_kb.records.base import Finding
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule

REASONS = {"outcome", "surrogate"}


@rule("RF108", each=QuestionOutcome)
def outcome_of_another_row(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the outcomes of the estimate and of each claim that is not said to be about another outcome."""
    explained = {part.claim for part in row.body if REASONS & {*(part.indirect_because or ())}}
    named: list[tuple[FieldPath, str]] = [] if row.estimate is None else [(("estimate",), row.estimate)]
    named += [(("body", i, "claim"), part.claim) for i, part in enumerate(row.body) if part.role != "context"]
    for at, id in named:
        entry = context.kb.claims.get(id)
        if entry is None or id in explained or not isinstance(entry.record, Finding):
            continue
        unknown = any(("outcomes", outcome) not in context.kb.terms for outcome in (row.outcome, entry.record.outcome))
        if unknown or entry.record.outcome == row.outcome:
            continue
        message = f"`{id}` is about `{entry.record.outcome}`, and this row about `{row.outcome}`."
        fix = "Move it to the row of its outcome, or say `indirect_because: [outcome]`."
        yield Problem(message, at, value=id, fix=fix)
