"""The page that compares treatments for one purpose: what guidelines say, what the questions found, what may harm."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.question import Question
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.compared import Asked, asked, headings
from evidence_kb.site.views.drugs import Drug, drug_of, drugs
from evidence_kb.site.views.grades import Grade, bodies, grades, newest, order
from evidence_kb.site.views.label_warnings import Warned, warned
from evidence_kb.site.views.ratings import indirectness
from evidence_kb.site.words import counted, sentence

ORDER = ("acute", "rescue", "recurrence", "prevention", "diagnosis", "other")
ATTACKS = ("acute", "rescue", "recurrence")


@dataclass(frozen=True, slots=True)
class Option:
    """One treatment with the terms that its row holds; `first` stands beside its name, `rest` below.

    The list above the table leads to it by its `anchor`, with the newest grade and how much was rated.
    """

    anchor: str
    newest: str
    rated: str
    treatment: Link
    includes: tuple[Link, ...]
    lines: str
    guidelines: tuple[Grade, ...]
    warned: Warned
    first: tuple[Asked, ...]
    rest: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """All treatments for one purpose."""

    name: str
    anchor: str
    findings: tuple[str, ...]
    width: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the page shows."""

    purposes: tuple[Purpose, ...]
    bodies: tuple[Link, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the comparison."""
    path, kb = "compare.md", site.kb
    links = Links(kb, path)
    by_purpose = _by_purpose(kb)
    purposes = tuple(_purpose(purpose, by_purpose[purpose], links) for purpose in ORDER if purpose in by_purpose)
    content = ComparePage(purposes, bodies(links))
    yield Page(path, "Compare treatments", "Treatments for one purpose side by side.", content)


def _by_purpose(kb: KnowledgeBase) -> dict[str, set[str]]:
    """The terms that a guideline, a regimen or a question names for each purpose."""
    found: dict[str, set[str]] = {}
    for claim in (entry.record for entry in kb.claims.values()):
        if isinstance(claim, Recommendation | Regimen):
            found.setdefault(claim.purpose, set()).update(claim.intervention)
    for entry in kb.questions.values():
        for term in entry.record.pico.intervention:
            for purpose in _purposes(kb, entry.record, kb.once(drug_of, term).related):
                found.setdefault(purpose, set()).add(term)
    return found


def _purpose(purpose: str, terms: set[str], links: Links) -> Purpose:
    columns = headings(purpose in ATTACKS)
    found = [_option(purpose, drug, links) for drug in drugs(links.kb, terms)]
    found.sort(key=lambda option: (order(option.guidelines), option.treatment.text))
    return Purpose(sentence(purpose), purpose, columns, str(len(columns) + 1), tuple(found))


def _option(purpose: str, drug: Drug, links: Links) -> Option:
    kb = links.kb
    entries = [
        entry
        for entry in kb.questions.values()
        if set(drug.terms) & set(entry.record.pico.intervention)
        and purpose in _purposes(kb, entry.record, drug.related)
    ]
    entries.sort(key=lambda entry: (indirectness(kb, entry.id), entry.id))
    asked_of_it = (asked(drug, entry, links, purpose in ATTACKS) for entry in entries)
    found = [question for question in asked_of_it if any(cell.found or cell.unrated for cell in question.cells)]
    given = grades(drug, purpose, (id for entry in entries for id in entry.record.guidance), links)
    rated = sum(len(cell.found) for question in found for cell in question.cells)
    return Option(
        anchor=f"{purpose}-{drug.term}",
        newest=_newest(given),
        rated=f"{counted(rated, 'outcome')} rated" if rated else "",
        treatment=links.term("interventions", drug.term, drug.label),
        includes=tuple(links.term("interventions", term) for term in drug.terms if term != drug.term),
        lines=str(max(1, len(found))),
        guidelines=given,
        warned=warned(drug, links),
        first=tuple(found[:1]),
        rest=tuple(found[1:]),
    )


def _newest(given: tuple[Grade, ...]) -> str:
    """What the newest guideline says, in words, with its standing where that is not current."""
    said = newest(given)
    if not said:
        return "no guideline recorded"
    words = (f"{grade.words} ({grade.status.lower()})" if grade.status else grade.words for grade in said)
    return f"{said[0].issued.text} {'; '.join(dict.fromkeys(words))}"


def _purposes(kb: KnowledgeBase, question: Question, terms: Set[str]) -> set[str]:
    """For what a question asks of a treatment, told by its guidelines, else by its regimens; nothing where none tells.

    Those about the treatment itself tell first. `other` counts only where it stands alone.
    """
    for ids, kind in ((question.guidance, Recommendation), (question.regimens, Regimen)):
        records = [kb.claims[id].record for id in ids if id in kb.claims]
        told = [record for record in records if isinstance(record, kind)]
        own: set[str] = {record.purpose for record in told if terms & set(record.intervention)}
        found = own or {record.purpose for record in told}
        if found:
            return found - {"other"} or found
    return set()


COMPARE = PageType("compare", "compare.md.j2", ComparePage, make, "Treatments")
