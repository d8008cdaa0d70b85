"""Reviews against trials: which trial stands in which review, which publications report one trial, who counts twice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from evidence_kb.analysis.grading import SYNTHESES
from evidence_kb.analysis.study_identity import Evidence, people_of, study_id, unique_evidence
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.question import Question
from evidence_kb.records.source import Source


@dataclass(frozen=True, slots=True)
class Trial:
    """One study with all its publications; `people` is None where no size was seen."""

    study: str
    sources: tuple[str, ...]
    label: str
    assignment: str
    people: int | None
    may_overlap: tuple[str, ...]

    @property
    def companions(self) -> bool:
        """Whether several publications report it."""
        return len(self.sources) > 1


@dataclass(frozen=True, slots=True)
class Review:
    """One review or pooled analysis with the studies of this library that it is known to include.

    `studies_stated` is the largest number of studies that a claim from it prints; `complete` says that all of them
    stand here.
    """

    source: str
    label: str
    includes: tuple[str, ...]
    studies_stated: int | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """Two reviews, the trials that both include, and the corrected covered area of the pair (0 to 1)."""

    first: str
    second: str
    studies: tuple[str, ...]
    covered: float
    text: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """The matrix of reviews and trials: `cells` holds (review, study) where the review includes the study."""

    trials: tuple[Trial, ...]
    reviews: tuple[Review, ...]
    cells: frozenset[tuple[str, str]]
    shared: tuple[Shared, ...]
    text: str


def overlap(kb: KnowledgeBase, scope: str = "") -> Overlap:
    """The whole library, or the claims of one question (`scope` is its id); use `kb.once(overlap, scope)`."""
    chosen = _sources(kb, scope)
    reviews = tuple(_review(entry, kb) for entry in chosen if _is_review(entry.record))
    wanted = {study for review in reviews for study in review.includes}
    own = {entry.record.study.id for entry in chosen if entry.record.study and entry.record.design not in SYNTHESES}
    trials = tuple(_trial(study, kb) for study in sorted(own | (wanted & set(kb.studies))))
    shared = tuple(_pairs(reviews))
    return Overlap(
        trials=trials,
        reviews=reviews,
        cells=frozenset((review.source, study) for review in reviews for study in review.includes),
        shared=shared,
        text=_text(trials, reviews, shared),
    )


def evidence_of_question(kb: KnowledgeBase, question_id: str) -> Evidence:
    """Unique studies and people in the body of evidence of a question, context left out."""
    question: Question = kb.questions[question_id].record
    return unique_evidence((part.claim for row in question.outcomes for part in row.body if part.role != "context"), kb)


def label_of(source: Source) -> str:
    """`Choi 2014`: the first author and the year, else the title."""
    authors, year = source.csl.author, (source.csl.issued or "")[:4]
    name = (authors[0].family or authors[0].literal or "") if authors else ""
    return f"{name} {year}".strip() if name else source.csl.title or "Untitled"


def _sources(kb: KnowledgeBase, scope: str) -> list[Entry[Source]]:
    if not scope:
        return list(kb.sources.values())
    question: Question = kb.questions[scope].record
    claims = [part.claim for row in question.outcomes for part in row.body]
    cited = {c.source for id in claims if id in kb.claims for c in kb.claims[id].record.citations}
    return [kb.sources[id] for id in sorted(cited) if id in kb.sources]


def _is_review(source: Source) -> bool:
    return source.design in SYNTHESES or bool(source.includes)


def _review(entry: Entry[Source], kb: KnowledgeBase) -> Review:
    source = entry.record
    claims = [claim.record for claim in kb.claims_of(entry.id)]
    pooled = [claim for claim in claims if isinstance(claim, MetaAnalysis)]
    named = [*source.includes, *source.post_hoc_of, *(id for claim in pooled for id in claim.includes)]
    includes = tuple(sorted({study_id(id, kb) for id in named}))
    stated = max((claim.studies for claim in pooled if claim.studies is not None), default=None)
    return Review(entry.id, label_of(source), includes, stated, stated is not None and len(includes) >= stated)


def _trial(study: str, kb: KnowledgeBase) -> Trial:
    entries = kb.studies[study]
    first = entries[0].record
    suspected = {other for entry in entries if entry.record.study for other in entry.record.study.may_overlap}
    return Trial(
        study=study,
        sources=tuple(entry.id for entry in entries),
        label=label_of(first) if len(entries) == 1 else study,
        assignment=first.study.assignment if first.study else "not-seen",
        people=people_of(study, kb),
        may_overlap=tuple(sorted(study_id(id, kb) for id in suspected)),
    )


def _pairs(reviews: tuple[Review, ...]) -> list[Shared]:
    """Pairs that share a trial, with (N - r) / (rc - r) for two reviews (Pieper et al. 2014, J Clin Epidemiol 67)."""
    found = []
    for first, second in combinations(reviews, 2):
        common = tuple(sorted(set(first.includes) & set(second.includes)))
        if common:
            union = len(set(first.includes) | set(second.includes))
            text = f"{first.label} and {second.label} share {len(common)} of {union} trials named here."
            found.append(Shared(first.source, second.source, common, len(common) / union, text))
    return found


def _text(trials: tuple[Trial, ...], reviews: tuple[Review, ...], shared: tuple[Shared, ...]) -> str:
    several = sum(trial.companions for trial in trials)
    return (
        f"{len(trials)} studies, {several} of them in several publications; {len(reviews)} reviews or pooled analyses, "
        f"{len(shared)} pairs of which share a trial."
    )
