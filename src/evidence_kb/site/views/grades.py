"""What guidelines say of a treatment: body and year, the grade in its own scheme, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
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
from evidence_kb.site.views.silences import Silence, silences
from evidence_kb.site.words import sentence

RANKS = ("for", "either", "not-stated", "no-recommendation", "silent", "none", "against")
"""In which order treatments are listed by what the newest guideline says."""
Order = tuple[int, bool, str]


@dataclass(frozen=True, slots=True)
class Grade:
    """One guideline's grade; `of` names the form that it speaks of where that is not the treatment as a whole.

    `order` is its direction by rank, whether it no longer holds, and the grade itself.
    """

    order: Order
    issued: Link
    words: str
    of: str
    status: str
    standing: str


def grades(drug: Drug, purpose: str, guidance: Iterable[str], links: Links) -> tuple[Grade, ...]:
    """The grades for one purpose, the newest first, with what `guidance` tells of guidelines that name no such drug."""
    kb = links.kb
    found = [
        (_date(entry, entry.record, kb), entry.id, _grade(drug, entry, entry.record, links))
        for entry in kb.claims.values()
        if isinstance(entry.record, Recommendation)
        and entry.record.purpose == purpose
        and set(drug.terms) & set(entry.record.intervention)
    ]
    listed = (kb.claims[id] for id in sorted(set(guidance)) if id in kb.claims)
    found += [
        (silence.date, silence.entry.id, _silent(silence, links))
        for silence in silences(listed, kb)
        if drug.related & set(silence.about)
    ]
    found.sort(key=lambda each: each[:2], reverse=True)
    return tuple(grade for _, _, grade in found)


def newest(given: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Of grades with the newest first, those of the newest guideline."""
    return tuple(grade for grade in given if grade.issued.text == given[0].issued.text)


def order(given: tuple[Grade, ...]) -> Order:
    """Where a treatment stands among others: by the newest guideline, by its more cautious grade where it gives two."""
    return max((grade.order for grade in newest(given)), default=(RANKS.index("none"), False, ""))


def _silent(silence: Silence, links: Links) -> Grade:
    issued = links.claim(silence.entry.id, f"{_short(links.kb, silence.body)} {silence.date[:4] or 'year not seen'}")
    status = ", ".join(standing_words(state) for state in sorted(silence.states - {"current"}))
    past = silence.states <= PAST
    return Grade((RANKS.index("silent"), past, ""), issued, silence.words, "", status, "past" if past else "current")


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
        order=(RANKS.index(claim.direction), status in PAST, claim.value),
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
