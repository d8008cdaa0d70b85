"""What guidelines say of a treatment: body and year, the grade in its own scheme, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.wording import in_sentence
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.term import Intervention
from evidence_kb.references.csl_json import issued_parts, to_csl_json
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.drugs import Drug
from evidence_kb.site.views.position import DIRECTIONS, PAST
from evidence_kb.site.words import sentence


@dataclass(frozen=True, slots=True)
class Grade:
    """One guideline's grade; `of` names the form that it speaks of where that is not the treatment as a whole."""

    issued: Link
    words: str
    of: str
    status: str
    standing: str


def grades(drug: Drug, purpose: str, links: Links) -> tuple[Grade, ...]:
    """The grades for one purpose, the newest first."""
    found = [
        (entry, entry.record)
        for entry in links.kb.claims.values()
        if isinstance(entry.record, Recommendation)
        and entry.record.purpose == purpose
        and set(drug.terms) & set(entry.record.intervention)
    ]
    found.sort(key=lambda pair: (_date(pair[0], pair[1], links.kb), pair[0].id), reverse=True)
    return tuple(_grade(drug, entry, claim, links) for entry, claim in found)


def bodies(links: Links) -> tuple[Link, ...]:
    """The short names of all bodies that recommend something, each with its full name."""
    used = {entry.record.body for entry in links.kb.claims.values() if isinstance(entry.record, Recommendation)}
    named = [(_short(links.kb, body), links.kb.label("bodies", body), body) for body in used]
    return tuple(
        links.term("bodies", body, f"{short}: {label}") for short, label, body in sorted(named) if short != label
    )


def _grade(drug: Drug, entry: Entry[Claim], claim: Recommendation, links: Links) -> Grade:
    year = _date(entry, claim, links.kb)[:4] or "year not seen"
    status = claim.status.value
    return Grade(
        issued=links.claim(entry.id, f"{_short(links.kb, claim.body)} {year}"),
        words=f"{DIRECTIONS[claim.direction]}: {claim.value} ({claim.scheme})",
        of=_form(drug, claim, links.kb),
        status=standing_words(status),
        standing="past" if status in PAST else "current",
    )


def standing_words(value: str) -> str:
    """Whether a guideline still stands, in words; nothing where it does."""
    if value == "current":
        return ""
    return "Standing not established" if value == "not-established" else sentence(value)


def _short(kb: KnowledgeBase, body: str) -> str:
    term = kb.term("bodies", body)
    return (term.abbreviation if term else None) or kb.label("bodies", body)


def _date(entry: Entry[Claim], claim: Recommendation, kb: KnowledgeBase) -> str:
    """The date of the guideline, else the year of its publication; empty where neither was seen."""
    if claim.date:
        return claim.date
    source = kb.sources.get(claim.citations[0].source) if claim.citations else None
    if source is None:
        return ""
    parts = issued_parts(to_csl_json(source.id, source.record.csl.model_dump(by_alias=True, exclude_none=True)))
    return str(parts[0]) if parts else ""


def _form(drug: Drug, claim: Recommendation, kb: KnowledgeBase) -> str:
    """The route or the salt that a grade names while the row stands for more; empty where it names the whole."""
    named = [term for term in drug.terms if term in claim.intervention]
    if drug.term in named or len(drug.terms) == 1:
        return ""
    return "; ".join(_narrowed(kb, term, drug.term) for term in named)


def _narrowed(kb: KnowledgeBase, term: str, whole: str) -> str:
    record, wide = kb.term("interventions", term), kb.term("interventions", whole)
    if isinstance(record, Intervention) and isinstance(wide, Intervention) and record.route and not wide.route:
        return in_sentence(kb.label("routes", record.route))
    return in_sentence(kb.label("interventions", term))
