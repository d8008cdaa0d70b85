"""The page that compares treatments for one purpose: what guidelines say, what the questions found, what may harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.summary_of_findings import Row, summary_of_findings
from evidence_kb.analysis.wording import treatment_phrase
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.claims.safety import Safety
from evidence_kb.records.question import Question
from evidence_kb.records.term import Intervention
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.pages.terms import claims_about
from evidence_kb.site.source import Site
from evidence_kb.site.views.certainty import CertaintyView, certainty_view
from evidence_kb.site.views.position import DIRECTIONS
from evidence_kb.site.views.sof import anchor
from evidence_kb.site.words import counted, sentence


@dataclass(frozen=True, slots=True)
class Position:
    """One guideline's grade in its own scheme."""

    body: Link
    words: str
    status: str


@dataclass(frozen=True, slots=True)
class Found:
    """One row of a question."""

    outcome: Link
    versus: str
    figures: str
    certainty: CertaintyView


@dataclass(frozen=True, slots=True)
class Option:
    """One treatment."""

    treatment: Link
    guidelines: tuple[Position, ...]
    benefits: tuple[Found, ...]
    harms: tuple[Found, ...]
    warnings: str
    boxed: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """All treatments for one purpose."""

    name: str
    anchor: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the page shows."""

    purposes: tuple[Purpose, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the comparison."""
    path, kb = "compare.md", site.kb
    links = Links(kb, path)
    by_purpose: dict[str, set[str]] = {}
    for entry in kb.claims.values():
        claim = entry.record
        if isinstance(claim, Recommendation | Regimen):
            by_purpose.setdefault(claim.purpose, set()).update(claim.intervention)
    order = ("acute", "rescue", "recurrence", "prevention", "diagnosis", "other")
    purposes = tuple(
        Purpose(sentence(purpose), purpose, _options(kb, purpose, by_purpose[purpose], links))
        for purpose in order
        if purpose in by_purpose
    )
    yield Page(path, "Compare treatments", "Treatments for one purpose side by side.", ComparePage(purposes))


def _options(kb: KnowledgeBase, purpose: str, terms: set[str], links: Links) -> tuple[Option, ...]:
    found = [_option(kb, purpose, term, links) for term in terms if not _is_control(kb, term)]
    found.sort(
        key=lambda option: (not (option.benefits or option.harms), -len(option.guidelines), option.treatment.text)
    )
    return tuple(found)


def _is_control(kb: KnowledgeBase, term: str) -> bool:
    record = kb.term("interventions", term)
    return isinstance(record, Intervention) and record.control is not None


def _option(kb: KnowledgeBase, purpose: str, term: str, links: Links) -> Option:
    claims = claims_about(kb, "interventions", term)
    positions = tuple(
        Position(
            links.term("bodies", entry.record.body),
            f"{DIRECTIONS[entry.record.direction]}: {entry.record.value} ({entry.record.scheme})",
            "" if entry.record.status.value == "current" else sentence(entry.record.status.value),
        )
        for entry in claims
        if isinstance(entry.record, Recommendation) and entry.record.purpose == purpose
    )
    safety = [entry for entry in claims if isinstance(entry.record, Safety)]
    rows = _rows(kb, purpose, term)
    return Option(
        treatment=links.term("interventions", term),
        guidelines=positions,
        benefits=tuple(_found(row, links) for row in rows if row.kind == "benefit"),
        harms=tuple(_found(row, links) for row in rows if row.kind == "harm"),
        warnings=counted(len(safety), "warning") if safety else "no warning recorded",
        boxed=tuple(
            links.claim(entry.id, "boxed warning")
            for entry in safety
            if isinstance(entry.record, Safety) and entry.record.boxed
        ),
    )


def _rows(kb: KnowledgeBase, purpose: str, term: str) -> list[Row]:
    found = []
    for entry in kb.questions.values():
        if term in entry.record.pico.intervention and purpose in _purposes(kb, entry.record):
            headline = entry.record.headline
            found += [
                row for row in kb.once(summary_of_findings, entry.id) if row.outcome in headline and not row.subgroup
            ]
    return found


def _purposes(kb: KnowledgeBase, question: Question) -> set[str]:
    """What a question is about, told by its guidelines, else by its regimens; nothing where neither tells."""
    for ids, kind in ((question.guidance, Recommendation), (question.regimens, Regimen)):
        records = [kb.claims[id].record for id in ids if id in kb.claims]
        found: set[str] = {record.purpose for record in records if isinstance(record, kind)}
        if found:
            return found
    return set()


def _found(row: Row, links: Links) -> Found:
    link = links.question(row.question)
    when = f", {row.timepoint}" if row.timepoint else ""
    compared = links.kb.questions[row.question].record.pico.comparator
    versus = treatment_phrase(compared, links.kb)
    return Found(
        Link(f"{row.label}{when}", f"{link.href}#{anchor(row)}"), versus, row.relative, certainty_view(row.grading)
    )


COMPARE = PageType("compare", "compare.md.j2", ComparePage, make, "Treatments")
