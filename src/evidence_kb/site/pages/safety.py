"""The look-up of warnings: can this be given to such a person, or with such a drug?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.records.claims.safety import Safety
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.position import KINDS
from evidence_kb.site.words import day, plain, sentence

INSTRUCTIONS = {
    "do-not-use": "Do not use",
    "avoid": "Avoid",
    "adjust-dose": "Adjust the dose",
    "monitor": "Monitor",
    "inform": "Inform",
}
# The gravest first.
ORDER = {instruction: place for place, instruction in enumerate(INSTRUCTIONS)}


@dataclass(frozen=True, slots=True)
class WarningView:
    """What one claim says of one item."""

    drug: tuple[Link, ...]
    what: str
    instruction: str
    instruction_id: str
    boxed: str
    kind: str
    consequence: str
    claim: Link
    source: Link
    state: str


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A condition, a drug or a circumstance with every warning that names it."""

    name: Link
    anchor: str
    warnings: tuple[WarningView, ...]


@dataclass(frozen=True, slots=True)
class SafetyPage:
    """What the look-up shows."""

    drugs: tuple[Link, ...]
    circumstances: tuple[Circumstance, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the look-up."""
    path, kb = "safety.md", site.kb
    links = Links(kb, path)
    found: defaultdict[tuple[str, str], list[tuple[tuple[int, str, str], WarningView]]] = defaultdict(list)
    drugs: dict[str, Link] = {}
    for entry in kb.claims.values():
        if isinstance(entry.record, Safety):
            drugs |= {term: links.term("interventions", term) for term in entry.record.intervention}
            for item in entry.record.items:
                key = (item.term or "", "" if item.term else item.what.casefold())
                rank = (
                    ORDER.get(entry.record.instruction or "", 9),
                    kb.label("interventions", entry.record.intervention[0]),
                    entry.id,
                )
                found[key].append((rank, _warning(entry.id, entry.record, item.what, links)))
    circumstances = []
    for (term, words), ranked in found.items():
        name = _name(links, term) if term else Link(sentence(words))
        views = tuple(view for _, view in sorted(ranked, key=lambda pair: pair[0]))
        circumstances.append((name.text.casefold(), name, views))
    circumstances.sort(key=lambda item: item[0])
    shown = tuple(Circumstance(name, f"item-{n}", views) for n, (_, name, views) in enumerate(circumstances, 1))
    content = SafetyPage(tuple(drugs[term] for term in sorted(drugs)), shown)
    yield Page(path, "Can I give it to or with …?", "Warnings of labels by condition, drug and circumstance.", content)


def _warning(id: str, claim: Safety, what: str, links: Links) -> WarningView:
    return WarningView(
        drug=tuple(links.term("interventions", term) for term in claim.intervention),
        what=what,
        instruction=INSTRUCTIONS.get(claim.instruction or "", "Named by the label"),
        instruction_id=claim.instruction or "none",
        boxed="boxed warning" if claim.boxed else "",
        kind=KINDS.get(claim.kind, plain(claim.kind)),
        consequence=claim.consequence or "",
        claim=links.claim(id),
        source=links.source(claim.citation.source),
        state=f"{claim.jurisdiction}, state {day(claim.as_of)}"
        + ("" if claim.complete else "; list not seen to its end"),
    )


def _name(links: Links, term: str) -> Link:
    kind = next((own for own, id in links.kb.terms if id == term), "")
    return links.term(kind, term) if kind else Link(plain(term))


SAFETY = PageType("safety", "safety.md.j2", SafetyPage, make, "Treatments")
