"""A subgroup's whole is a result of another study.

`subgroup.whole` names the claim about all the people of whom the subgroup is a part. That claim has to come from the
same study, and be about the same outcome.

Why it matters:
A subgroup is judged beside the whole that it was cut from; beside another study's result it says nothing.

How to fix it:
Name the claim about the whole trial, or leave `whole` out where the library has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.analysis import Subgroup
from evidence_kb.records.base import Claim, Finding
from evidence_kb.rules.rule import Context, Problem, rule


def _studies(kb: KnowledgeBase, claim: Claim) -> set[str]:
    """The studies (or, where none is described, the sources) that a claim comes from."""
    found = set()
    for citation in claim.citations:
        source = kb.sources.get(citation.source)
        found.add(source.record.study.id if source and source.record.study else citation.source)
    return found


@rule("RF109", each=Subgroup)
def subgroup_of_another_study(subgroup: Subgroup, context: Context) -> Iterator[Problem]:
    """Compare the studies and outcomes of the two claims."""
    part, whole = context.record, context.kb.claims.get(subgroup.whole or "")
    if whole is None or not isinstance(part, Finding):
        return
    if not _studies(context.kb, part) & _studies(context.kb, whole.record):
        message = f"`{whole.id}` comes from another study than this subgroup of it."
    elif not isinstance(whole.record, Finding) or whole.record.outcome != part.outcome:
        message = f"`{whole.id}` is not about `{part.outcome}`, the outcome of this subgroup."
    else:
        return
    yield Problem(message, ("whole",), value=whole.id, fix="Name the claim about the whole, or leave `whole` out.")
