"""Reviews against trials: which review includes which trial of this library, and who would count twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.overlap import Overlap, Trial, overlap
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.words import counted


@dataclass(frozen=True, slots=True)
class ReviewHead:
    """A column of the matrix."""

    source: Link
    stated: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether a review includes a trial."""

    review: str
    included: bool


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A row of the matrix, with a cell for each review; `perhaps_shared` are studies that may have the same people."""

    sources: tuple[Link, ...]
    people: str
    publications: str
    perhaps_shared: tuple[Link, ...]
    cells: tuple[Cell, ...]
    times: str


@dataclass(frozen=True, slots=True)
class OverlapPage:
    """What the page shows."""

    summary: str
    reviews: tuple[ReviewHead, ...]
    trials: tuple[TrialRow, ...]
    shared: tuple[str, ...]
    several: tuple[TrialRow, ...]
    unseen: tuple[ReviewHead, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the matrix."""
    path, kb = "overlap.md", site.kb
    links = Links(kb, path)
    found: Overlap = kb.once(overlap, "")
    reviews = [review for review in found.reviews if any(source == review.source for source, _ in found.cells)]
    columns = [review.source for review in reviews]
    inside = [trial for trial in found.trials if any((source, trial.study) in found.cells for source in columns)]
    content = OverlapPage(
        summary=found.text,
        reviews=tuple(_head(review.source, review.studies_stated, links) for review in reviews),
        trials=tuple(_row(trial, columns, found, links) for trial in inside),
        shared=tuple(shared.text for shared in found.shared),
        several=tuple(_row(trial, [], found, links) for trial in found.trials if trial.companions or trial.may_overlap),
        unseen=tuple(_head(r.source, r.studies_stated, links) for r in found.reviews if r.source not in columns),
    )
    yield Page(path, "Reviews and trials", "Which review includes which trial: who would be counted twice.", content)


def _head(source: str, stated: int | None, links: Links) -> ReviewHead:
    return ReviewHead(
        links.source(source), f"{counted(stated, 'study', 'studies')} stated" if stated else "number not seen"
    )


def _row(trial: Trial, columns: list[str], found: Overlap, links: Links) -> TrialRow:
    cells = tuple(Cell(links.source(source).text, (source, trial.study) in found.cells) for source in columns)
    others = (entry.id for study in trial.may_overlap for entry in links.kb.studies.get(study, ()))
    return TrialRow(
        sources=tuple(links.source(source) for source in trial.sources),
        people=str(trial.people) if trial.people is not None else "not seen",
        publications=f"{len(trial.sources)} publications of one study" if trial.companions else "",
        perhaps_shared=tuple(links.source(source) for source in others),
        cells=cells,
        times=f"in {counted(sum(cell.included for cell in cells), 'review')}" if columns else "",
    )


OVERLAP = PageType("overlap", "overlap.md.j2", OverlapPage, make, "Evidence")
