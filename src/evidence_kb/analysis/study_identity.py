"""Which study stands behind a claim, and how many people it had: reports of one trial count once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.claims.network_meta_analysis import NetworkMetaAnalysis
from evidence_kb.records.source import Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """Unique studies and people behind some claims.

    `studies` are ids of single studies, `reviews` claims of pooled results whose studies are not all named here.
    `studies_count` and `people_count` add what reviews print to what single studies have, each study once; they are
    None where a figure was not seen. `text` is ready for a page.
    """

    studies: tuple[str, ...]
    reviews: tuple[str, ...]
    studies_count: int | None
    people_count: int | None
    text: str


def study_id(id: str, kb: KnowledgeBase) -> str:
    """The study that a reference means: the study of a source, else the id itself."""
    source = kb.sources.get(id)
    if source is not None and source.record.study is not None:
        return source.record.study.id
    return id


def people_of(study: str, kb: KnowledgeBase) -> int | None:
    """People randomised or enrolled in a study: the largest figure among its reports; None where none was seen."""
    figures = [_people(entry.record) for entry in kb.studies.get(study, ())]
    known = [figure for figure in figures if figure is not None]
    return max(known) if known else None


def _people(source: Source) -> int | None:
    study = source.study
    if study is None:
        return None
    if study.n_randomised is not None:
        return study.n_randomised
    if study.n_analysed is not None:
        return study.n_analysed
    sizes = [arm.n for arm in study.arms]
    if not sizes or study.structure in ("crossover", "not-seen"):
        return None
    return sum(size for size in sizes if size is not None) if None not in sizes else None


def studies_of(claim: Claim, kb: KnowledgeBase) -> tuple[str, ...]:
    """The single studies behind a claim: the one it reports, or those a pooled result is known to include."""
    found: list[str] = []
    for citation in claim.citations:
        source = kb.sources.get(citation.source)
        if source is None:
            continue
        if source.record.study is not None and not is_pooled(claim):
            found.append(source.record.study.id)
        else:
            named = claim.includes if isinstance(claim, MetaAnalysis) and claim.includes else source.record.includes
            found.extend(study_id(id, kb) for id in (*named, *source.record.post_hoc_of))
    return tuple(dict.fromkeys(found))


def is_pooled(claim: Claim) -> bool:
    """Whether the claim is a pooled result."""
    return isinstance(claim, MetaAnalysis | NetworkMetaAnalysis)


def unique_evidence(claims: Iterable[str], kb: KnowledgeBase) -> Evidence:
    """Studies and people behind claims; a study inside a pooled result is not counted again."""
    entries = {id: kb.claims[id].record for id in dict.fromkeys(claims) if id in kb.claims}
    pooled = {id: claim for id, claim in entries.items() if is_pooled(claim)}
    inside = {study for claim in pooled.values() for study in studies_of(claim, kb)}
    single = dict.fromkeys(
        study for id, claim in entries.items() if id not in pooled for study in studies_of(claim, kb)
    )
    alone = tuple(study for study in single if study not in inside)
    studies, people = _totals(pooled, alone, kb)
    return Evidence((*alone, *sorted(inside)), tuple(pooled), studies, people, _text(studies, people))


def _totals(pooled: dict[str, Claim], alone: tuple[str, ...], kb: KnowledgeBase) -> tuple[int | None, int | None]:
    """Pooled results of one review count once (its largest); different reviews may share trials: not told."""
    studies, people = len(alone), [people_of(study, kb) for study in alone]
    counts: list[int | None] = [studies]
    if pooled:
        sources = {citation.source for claim in pooled.values() for citation in claim.citations}
        if len(sources) > 1:
            return None, None
        counts.append(_largest([getattr(claim, "studies", None) for claim in pooled.values()]))
        people.append(_largest([getattr(claim, "participants", None) for claim in pooled.values()]))
    return _sum(counts), _sum(people)


def _largest(figures: list[int | None]) -> int | None:
    return max((figure for figure in figures if figure is not None), default=None)


def _sum(figures: list[int | None]) -> int | None:
    if not figures or None in figures:
        return None
    return sum(figure for figure in figures if figure is not None)


def _text(studies: int | None, people: int | None) -> str:
    what = "number of studies not seen" if studies is None else f"{studies} {'study' if studies == 1 else 'studies'}"
    who = "number of people not seen" if people is None else f"{people} people"
    return f"{what}, {who}"
