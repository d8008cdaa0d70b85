"""A claim names an arm that its source does not have.

Arms are described once, under `study.arms` of the source, with what was given. A claim points at them by id.

Why it matters:
Dose, route and background treatment of the figures come from the arm. Without it nobody knows what was compared.

How to fix it:
Use the id of an arm of the source, or add the arm to the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.references import Reference
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest


@rule("RF102", each=Reference)
def arm_not_in_study(reference: Reference, context: Context) -> Iterator[Problem]:
    """Compare the id with the arms of the claim's source."""
    claim = context.record
    if reference.kinds != ("arm",) or not isinstance(claim, Claim):
        return
    cited = [citation.source for citation in claim.citations]
    if not any(id in context.kb.sources for id in cited):
        return
    arms = tuple(arm.id for arm in context.kb.arms(claim))
    if reference.id not in arms:
        guess = nearest(reference.id, arms)
        hint = f" Did you mean `{guess}`?" if guess else ""
        yield Problem(
            f"`{reference.id}` is no arm of `{cited[0]}`.{hint}",
            value=reference.id,
            allowed=arms,
            nearest=guess,
            fix=f"Write `{guess}`." if guess else f"Add the arm under `study.arms` of sources/{cited[0]}.yaml.",
        )
