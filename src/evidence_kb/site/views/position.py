"""What guidelines, labels and warnings say, as tables and lists that pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.mechanism import Mechanism
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regulatory import Regulatory
from evidence_kb.records.claims.safety import Safety
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.claims import ClaimCard, card
from evidence_kb.site.views.table import Row, Table, head, linked, table, text
from evidence_kb.site.words import READ_SHORT, day, plain, sentence

DIRECTIONS = {
    "for": "For",
    "against": "Against",
    "either": "Either way",
    "no-recommendation": "No recommendation",
    "not-stated": "Direction not stated",
}
RUNGS = {
    "human-in-vivo": "In people",
    "human-tissue": "In human tissue",
    "animal-in-vivo": "In animals",
    "animal-tissue": "In animal tissue",
    "cells": "In cells",
    "theory": "Theory",
}
PAST = frozenset({"superseded", "retired", "withdrawn"})
"""Guidelines of this standing no longer hold."""
KINDS = {
    "contraindication": "Contraindications",
    "interaction": "Interactions",
    "warning": "Warnings",
    "precaution": "Precautions",
    "pregnancy": "Pregnancy",
    "lactation": "Breast-feeding",
    "renal": "Kidney",
    "hepatic": "Liver",
    "children": "Children",
    "older-people": "Older people",
    "monitoring": "Monitoring",
    "adverse-reaction": "Adverse reactions",
    "overdose": "Overdose",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Claims under one heading."""

    heading: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to know before the answer: a boxed warning, or a use that no label names."""

    title: str
    kind: str
    claim: Link
    source: Link


def entries(ids: Iterable[str], links: Links) -> list[Entry[Claim]]:
    """The claims of a list that exist, in its order."""
    return [links.kb.claims[id] for id in ids if id in links.kb.claims]


def guidance(found: Iterable[Entry[Claim]], links: Links) -> tuple[Table, ...]:
    """Recommendations in each body's own grade; grades of different schemes are not translated."""
    rows = []
    for entry in found:
        claim = entry.record
        if isinstance(claim, Recommendation):
            superseded = claim.status.value in PAST
            rows.append(
                Row(
                    (
                        head(links.term("bodies", claim.body), note=day(claim.date) if claim.date else "date not seen"),
                        text(
                            DIRECTIONS[claim.direction],
                            note=f"{plain(claim.purpose)}{f', {claim.line}' if claim.line else ''}",
                        ),
                        text(claim.value, note=claim.scheme),
                        linked(links.claim(entry.id), note=_read(claim)),
                        text(sentence(claim.status.value)),
                    ),
                    mark="idle" if superseded else "",
                )
            )
    if not rows:
        return ()
    return (table("Guidelines, each in its own grade", ["Issued by", "Direction", "Grade", "Says", "Status"], rows),)


def others(found: Iterable[Entry[Claim]], links: Links) -> tuple[ClaimCard, ...]:
    """What stands in a list of guidance and is no recommendation: a guideline's silence, a fact."""
    return tuple(card(entry, links) for entry in found if not isinstance(entry.record, Recommendation))


def alerts(found: Iterable[Entry[Claim]], links: Links) -> tuple[Alert, ...]:
    """Boxed warnings first, then uses that a label does not name."""
    boxed, off = [], []
    for entry in found:
        claim = entry.record
        link, source = links.claim(entry.id), links.source(claim.citations[0].source)
        if isinstance(claim, Safety) and claim.boxed:
            boxed.append(Alert(f"Boxed warning ({claim.jurisdiction}, {day(claim.as_of)})", "against", link, source))
        elif isinstance(claim, Regulatory) and claim.action == "boxed-warning-added":
            boxed.append(Alert(f"Boxed warning ({claim.jurisdiction})", "against", link, source))
        elif isinstance(claim, Regulatory) and claim.action == "not-indicated":
            off.append(Alert(f"Off-label use ({claim.jurisdiction}, {day(claim.as_of)})", "caution", link, source))
        elif isinstance(claim, Regulatory) and claim.action in ("withdrawn", "refused", "restricted", "discontinued"):
            off.append(Alert(f"{sentence(claim.action)} ({claim.jurisdiction})", "caution", link, source))
    return (*boxed, *off)


def warnings(found: Iterable[Entry[Claim]], links: Links) -> tuple[Group, ...]:
    """Warnings by kind, the gravest kinds first; regulatory acts at the end."""

    def place(claim: Claim) -> tuple[str, str] | None:
        return (claim.kind, _instruction(claim)) if isinstance(claim, Safety) else None

    return _grouped(found, links, KINDS, place, "Labels and agencies")


def rungs(found: Iterable[Entry[Claim]], links: Links) -> tuple[Group, ...]:
    """Mechanisms from people down to the dish and theory; other claims at the end."""

    def place(claim: Claim) -> tuple[str, str] | None:
        return (claim.system, _manipulation(claim)) if isinstance(claim, Mechanism) else None

    return _grouped(found, links, RUNGS, place, "Background")


def _grouped(
    found: Iterable[Entry[Claim]],
    links: Links,
    headings: Mapping[str, str],
    place: Callable[[Claim], tuple[str, str] | None],
    rest: str,
) -> tuple[Group, ...]:
    """Claims under the heading of their place with its note, in the order of the headings; others under `rest`."""
    cards: dict[str, list[ClaimCard]] = {heading: [] for heading in (*headings.values(), rest)}
    for entry in found:
        kind, note = place(entry.record) or ("", "")
        cards[headings.get(kind, rest)].append(card(entry, links, note))
    return tuple(Group(heading, tuple(listed)) for heading, listed in cards.items() if listed)


def _manipulation(claim: Mechanism) -> str:
    lack = "lack of it, not treatment with it" if claim.manipulation == "withheld-or-depleted" else ""
    known = "" if claim.evidence == "measured" else claim.evidence
    return ", ".join(filter(None, (lack, known)))


def _instruction(claim: Safety) -> str:
    words = plain(claim.instruction) if claim.instruction else ""
    return ", ".join(
        filter(None, (f"boxed warning, {claim.jurisdiction}" if claim.boxed else claim.jurisdiction, words))
    )


def _read(claim: Claim) -> str:
    return f"read: {READ_SHORT[claim.citations[0].read]}" if claim.citations else ""
