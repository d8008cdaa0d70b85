"""Numbers of people that stand in one place only: neither the statement nor the study holds them (P3)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evidence_kb.analysis.checks.siblings import sibling_sizes
from evidence_kb.analysis.claim_numbers import numbers_of_source
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.number_words import all_numbers
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.mechanism import Mechanism

OWN_SETS = frozenset({"mitt", "treated", "safety", "per-protocol", "completers", "reached", "responders", "selected"})


def recompute_claim(kb: KnowledgeBase, claim_id: str) -> Iterator[Recomputed]:
    """P3 for the sizes of arms, conditions and mechanisms, against statement, study and siblings."""
    claim = kb.claims[claim_id].record
    sizes = list(_sizes(claim))
    if not sizes or _has_own_set(claim):
        return
    known = all_numbers(claim.statement) | numbers_of_source(claim, kb) | sibling_sizes(kb, claim_id)
    if not known:
        return
    for path, size in sizes:
        alone = Fraction(size) not in known
        yield Recomputed(
            "P3",
            path,
            "number of people",
            "a size stands in the statement, in the study or in another claim of it",
            str(size),
            "nowhere else" if alone else "found again",
            "differs" if alone else "agrees",
            cause="alone" if alone else "",
        )


def _has_own_set(claim: Claim) -> bool:
    """Whether the claim says that it analyses a part of the people."""
    analysis = claim.analysis if isinstance(claim, Finding) else None
    return analysis is not None and (analysis.set in OWN_SETS or analysis.subgroup is not None)


def _sizes(claim: Claim) -> Iterator[tuple[FieldPath, int]]:
    for index, arm in enumerate(getattr(claim, "arms", ())):
        if getattr(arm, "n", None):
            yield ("arms", index, "n"), arm.n
    for index, condition in enumerate(claim.conditions):
        if condition.n:
            yield ("conditions", index, "n"), condition.n
    if isinstance(claim, Mechanism) and claim.n:
        yield ("n",), claim.n
