"""Which study stands behind a claim, and how many people it had: reports of one trial count once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.claims.network_meta_analysis import NetworkMetaAnalysis
from evidence_kb.records.claims.response_rate import ResponseRate
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
        if source.record.study is not None and not is_pooled(claim, kb):
            found.append(source.record.study.id)
        else:
            named = claim.includes if isinstance(claim, MetaAnalysis) and claim.includes else source.record.includes
            found.extend(study_id(id, kb) for id in (*named, *source.record.post_hoc_of))
    return tuple(dict.fromkeys(found))


def is_pooled(claim: Claim, kb: KnowledgeBase | None = None) -> bool:
    """Whether the claim is a pooled result: by its type, or because its source pools several studies."""
    if isinstance(claim, MetaAnalysis | NetworkMetaAnalysis):
        return True
    sources = (kb.sources.get(citation.source) for citation in claim.citations) if kb is not None else ()
    return any(source is not None and source.record.design == "pooled-analysis" for source in sources)


def unique_evidence(claims: Iterable[str], kb: KnowledgeBase) -> Evidence:
    """Studies and people behind claims; a study inside a pooled result is not counted again.

    Where single studies stand beside a pooled result that does not name all it holds, they may be inside it, and no
    total is told.
    """
    entries = {id: kb.claims[id].record for id in dict.fromkeys(claims) if id in kb.claims}
    pooled = {id: claim for id, claim in entries.items() if is_pooled(claim, kb)}
    inside = {study for claim in pooled.values() for study in studies_of(claim, kb)}
    single = dict.fromkeys(
        study for id, claim in entries.items() if id not in pooled for study in studies_of(claim, kb)
    )
    alone = tuple(study for study in single if study not in inside)
    own = _Total(len(alone), _sum([people_of(study, kb) for study in alone]))
    if not pooled:
        return Evidence(alone, (), own.studies, own.people, own.text())
    total = _pooled_total(pooled)
    studies = (*alone, *sorted(inside))
    if not alone:
        return Evidence(studies, tuple(pooled), total.studies, total.people, total.text())
    if all(_names_all(claim, kb) for claim in pooled.values()):
        both = _Total(_sum([total.studies, own.studies]), _sum([total.people, own.people]))
        return Evidence(studies, tuple(pooled), both.studies, both.people, both.text())
    text = f"pooled: {total.text()}; beside it, perhaps among them: {own.text()}"
    return Evidence(studies, tuple(pooled), None, None, text)


@dataclass(frozen=True, slots=True)
class _Total:
    studies: int | None
    people: int | None

    def text(self) -> str:
        if self.studies == 0:
            return "no study that could be rated"
        noun = "study" if self.studies == 1 else "studies"
        what = "number of studies not seen" if self.studies is None else f"{self.studies} {noun}"
        return f"{what}, " + ("number of people not seen" if self.people is None else f"{self.people} people")


def _pooled_total(pooled: dict[str, Claim]) -> _Total:
    """Pooled results of one review count once (its largest); different reviews may share trials: not told."""
    if len({citation.source for claim in pooled.values() for citation in claim.citations}) > 1:
        return _Total(None, None)
    studies = _largest([getattr(claim, "studies", None) for claim in pooled.values()])
    return _Total(studies, _largest([_participants(claim) for claim in pooled.values()]))


def _participants(claim: Claim) -> int | None:
    printed = getattr(claim, "participants", None)
    if printed is not None or not isinstance(claim, ResponseRate):
        return printed
    return _sum([arm.n for arm in claim.arms])


def _names_all(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether every study of a pooled result is known by name, so that others are known to lie outside it."""
    named, printed = studies_of(claim, kb), getattr(claim, "studies", None)
    return bool(named) and printed is not None and len(named) >= printed


def _largest(figures: list[int | None]) -> int | None:
    return max((figure for figure in figures if figure is not None), default=None)


def _sum(figures: list[int | None]) -> int | None:
    if not figures or None in figures:
        return None
    return sum(figure for figure in figures if figure is not None)
