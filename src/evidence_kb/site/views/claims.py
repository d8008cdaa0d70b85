"""A claim in short, as lists of claims show it on every page."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.study_identity import is_pooled, people_of, studies_of
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.source import Source
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.effects import time_text
from evidence_kb.site.words import CLAIM_TYPES, DESIGNS, READ_SHORT, counted, plain, sentence


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One line of a list of claims; `weak` marks designs without a control group."""

    claim: Link
    source: Link
    type: str
    design: str
    weak: str
    outcome: str
    people: str
    read: str
    note: str = ""


WEAK = frozenset({"case-series", "narrative-review", "web-page", "news", "laboratory", "cross-sectional"})


def card(entry: Entry[Claim], links: Links, note: str = "") -> ClaimCard:
    """The claim in short."""
    claim = entry.record
    citation = claim.citations[0] if claim.citations else None
    source = links.kb.sources.get(citation.source) if citation else None
    design = source.record.design if source else ""
    return ClaimCard(
        claim=links.claim(entry.id),
        source=links.source(citation.source) if citation else Link(""),
        type=type_words(claim),
        design=design_words(source.record) if source else "",
        weak="weak" if design in WEAK else "",
        outcome=outcome_words(claim, links),
        people=people(claim, links),
        read=READ_SHORT[citation.read] if citation else "",
        note=note,
    )


def design_words(source: Source) -> str:
    """The design in words; where a trial's groups were not seen to be formed by chance, it says so."""
    words = DESIGNS[source.design]
    assignment = source.study.assignment if source.study else "randomised"
    if source.design != "randomized-controlled-trial" or assignment == "randomised":
        return words
    return f"{words} (assignment {plain(assignment)})"


def cards(ids: tuple[str, ...], links: Links) -> tuple[ClaimCard, ...]:
    """The claims of a list that exist, in its order."""
    return tuple(card(links.kb.claims[id], links) for id in ids if id in links.kb.claims)


def type_words(claim: Claim) -> str:
    """The type of a claim in words."""
    return CLAIM_TYPES.get(claim.type) or sentence(claim.type)


def outcome_words(claim: Claim, links: Links) -> str:
    """Outcome and time, where the claim has them."""
    if not isinstance(claim, Finding):
        return ""
    time = time_text(claim.timepoint)
    return links.kb.label("outcomes", claim.outcome) + (f", {time}" if time else "")


def people(claim: Claim, links: Links) -> str:
    """How many people are behind the claim, as far as it was seen."""
    count = _number(claim, links)
    return counted(count, "person", "people") if count else ""


def _number(claim: Claim, links: Links) -> int | None:
    """People of the pooled result, or of the one study that the claim reports."""
    if is_pooled(claim):
        number = getattr(claim, "participants", None)
        return number if isinstance(number, int) else None
    studies = studies_of(claim, links.kb)
    return people_of(studies[0], links.kb) if len(studies) == 1 else None
