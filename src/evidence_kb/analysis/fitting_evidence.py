"""Which claims of the library answer a question's PICO for an outcome, whether the question lists them or not."""

from __future__ import annotations

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.question import Pico

ANY_PEOPLE = "not-stated"


def fitting_claims(kb: KnowledgeBase, pico: Pico, outcome: str) -> tuple[str, ...]:
    """Ids of results on the outcome in these people and conditions, of the intervention against the comparator."""
    return tuple(
        id
        for id, entry in kb.claims.items()
        if isinstance(entry.record, Finding) and entry.record.outcome == outcome and _fits(kb, entry.record, pico)
    )


def studies_of(kb: KnowledgeBase, claim: str) -> frozenset[str]:
    """The studies that a claim comes from; the source itself where it describes no study."""
    entry = kb.claims.get(claim)
    found = set()
    for citation in entry.record.citations if entry else ():
        source = kb.sources.get(citation.source)
        found.add(source.record.study.id if source and source.record.study else citation.source)
    return frozenset(found)


def studies_inside(kb: KnowledgeBase, claim: str) -> frozenset[str]:
    """The studies of this library that a pooled result contains, as far as the claim or its source says so."""
    entry = kb.claims.get(claim)
    if entry is None:
        return frozenset()
    found = set(entry.record.includes) if isinstance(entry.record, MetaAnalysis) else set()
    for citation in entry.record.citations:
        source = kb.sources.get(citation.source)
        found.update((*source.record.includes, *source.record.post_hoc_of) if source else ())
    return frozenset(found)


def _fits(kb: KnowledgeBase, claim: Finding, pico: Pico) -> bool:
    people = claim.population.term if claim.population else ANY_PEOPLE
    conditions = {share.term for share in claim.conditions}
    if people not in (pico.population, ANY_PEOPLE) or (conditions and not conditions & set(pico.conditions)):
        return False
    given, compared, background = _compared(kb, claim)
    return bool(
        given & set(pico.intervention) and compared & set(pico.comparator) and background == frozenset(pico.background)
    )


def _compared(kb: KnowledgeBase, claim: Finding) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What was given, what it was compared with, and what everybody had besides."""
    if isinstance(claim, MetaAnalysis):
        return frozenset(claim.intervention), frozenset(claim.comparator), frozenset(claim.background)
    named = _arms(claim)
    arms = [arm for arm in kb.arms(claim) if arm.id in named]
    given = frozenset(part.term for arm in arms for part in arm.given)
    return given, given, frozenset(term for arm in arms for term in arm.background)


def _arms(claim: Claim) -> frozenset[str]:
    return frozenset(str(getattr(arm, "arm", arm)) for arm in getattr(claim, "arms", ()))
