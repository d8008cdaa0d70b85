"""Warnings as pages show them: a circumstance with its blocks of instructions, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from evidence_kb.analysis.hierarchy import Key, above, below
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.claims.safety import Safety
from evidence_kb.records.term import Intervention
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.circumstances import Circumstance, Named, key_of, safety_claims
from evidence_kb.site.term_names import all_names, combines, endings, names, substance
from evidence_kb.site.views.drugs import Drug, drugs, substance_root
from evidence_kb.site.words import day, sentence

# The gravest first. What no instruction was recorded for is shown as a reason to take care.
BLOCKS = {
    "do-not-use": "Do not use",
    "avoid": "Avoid",
    "adjust-dose": "Adjust doses",
    "monitor": "Monitor",
    "inform": "Take care",
}
BLOCK_OF_KIND = {"contraindication": "do-not-use", "monitoring": "monitor"}


@dataclass(frozen=True, slots=True)
class WarningView:
    """What one claim says; the filter looks at `names`, at `drug_names`, and at the treatments chosen (`drugs`)."""

    drug: tuple[Link, ...]
    what: Link
    consequence: str
    boxed: str
    kind: str
    source: Link
    state: str
    names: str
    drug_names: str
    drugs: str


@dataclass(frozen=True, slots=True)
class Block:
    """The warnings with the same instruction."""

    heading: str
    instruction: str
    warnings: tuple[WarningView, ...]


@dataclass(frozen=True, slots=True)
class Included:
    """A term that warnings name, with its other names."""

    term: Link
    others: str


@dataclass(frozen=True, slots=True)
class CircumstanceView:
    """A circumstance with every warning that names it; `also` holds its other names.

    `endings` are the names of its classes, with which the names of drugs that nobody listed may end.
    """

    name: Link
    anchor: str
    names: str
    endings: str
    also: str
    included: tuple[Included, ...]
    questions: tuple[Link, ...]
    blocks: tuple[Block, ...]


def circumstance_view(circumstance: Circumstance, links: Links) -> CircumstanceView:
    """A circumstance with its warnings in blocks."""
    kb, term = links.kb, circumstance.term
    own = sorted(circumstance.claims, key=lambda each: rank(kb, each.claim))
    blocks = (
        Block(BLOCKS[block], block, tuple(_named(each, links) for each in found))
        for block, found in groupby(own, key=lambda each: block_of(each.claim.record))
    )
    return CircumstanceView(
        name=linked(term, circumstance.label, links),
        anchor=circumstance.anchor,
        names="; ".join(circumstance.names),
        endings=" ".join(endings(kb, (term, *sorted(below(kb, term))))) if term else "",
        also=", ".join(names(kb, term)[1:]) if term else "",
        included=tuple(
            Included(links.term(*key), ", ".join(names(kb, key)[1:])) for key in circumstance.included if term != key
        ),
        questions=tuple(
            links.question(id)
            for id, entry in kb.questions.items()
            if term == ("populations", entry.record.pico.population)
        ),
        blocks=tuple(blocks),
    )


def linked(key: Key | None, text: str, links: Links) -> Link:
    """A link to a term; plain text where there is none."""
    return links.term(*key, text) if key else Link(text)


def block_of(claim: Safety) -> str:
    """The block in which a warning stands: its instruction, or what its kind says without one."""
    return claim.instruction or BLOCK_OF_KIND.get(claim.kind, "inform")


def rank(kb: KnowledgeBase, entry: Entry[Safety]) -> tuple[int, bool, str, str]:
    """The order of warnings: by instruction, boxed warnings first, then by treatment."""
    claim = entry.record
    drug = kb.label("interventions", claim.intervention[0]).casefold()
    return list(BLOCKS).index(block_of(claim)), not claim.boxed, drug, entry.id


def _named(named: Named, links: Links) -> WarningView:
    items = (*named.items, *named.effects)
    own = all_names(links.kb, (key for item in items if (key := key_of(links.kb, item))))
    effects = ", ".join(item.what for item in named.effects)
    what = "; ".join(item.what for item in named.items) or effects
    return warning_view(named.claim, what, named.claim.record.consequence or effects, (what, *own), links)


def warning_view(entry: Entry[Safety], what: str, consequence: str, own: Iterable[str], links: Links) -> WarningView:
    """What a claim says in few words; the filter finds it under the names of its drugs and of every form of them."""
    claim, kb = entry.record, links.kb
    keys = [("interventions", id) for id in claim.intervention]
    known_as = {other for key in keys for other in related(kb, key)}
    ids = {id for kind, id in known_as if kind == "interventions"}
    state = f"{claim.jurisdiction}, state {day(claim.as_of)}"
    return WarningView(
        drug=tuple(links.term(*key) for key in keys),
        what=links.claim(entry.id, what),
        consequence=consequence,
        boxed="boxed warning" if claim.boxed else "",
        kind=sentence(claim.kind),
        source=links.source(claim.citation.source),
        state=state
        + ("" if claim.complete else "; list not seen to its end")
        + ("; read second-hand" if claim.citation.read == "second-hand" else ""),
        names="; ".join(own),
        drug_names="; ".join(all_names(kb, sorted(known_as))),
        drugs=" ".join(drug.term for drug in kb.once(warned, "") if ids & set(drug.terms)),
    )


def related(kb: KnowledgeBase, key: Key) -> Iterator[Key]:
    """A treatment, what it belongs to and its forms, alone and not combined with other drugs.

    One without a substance or route stands for its whole class.
    """
    term = kb.term(*key)
    forms = below(kb, key)
    if isinstance(term, Intervention) and not (term.substance or term.route or term.control):
        forms = forms.union(*(below(kb, ("drug-classes", up)) for up in term.broader))
    yield from (key, *above(kb, key), *(form for form in forms if not combines(kb, form)))


def warned(kb: KnowledgeBase, _: str) -> tuple[Drug, ...]:
    """The treatments that warnings are about: the forms of one substance by one family of routes are one."""
    return drugs(kb, (id for entry in safety_claims(kb) for id in entry.record.intervention))


def unread(kb: KnowledgeBase, _: str) -> tuple[str, ...]:
    """The substances of whose own warnings none was read, as their broadest terms; sorted by label."""
    read = {substance_root(kb, id) for entry in safety_claims(kb) for id in entry.record.intervention}
    roots = {substance_root(kb, id) for id in kb.ids("interventions") if substance(kb, ("interventions", id))}
    return tuple(sorted(roots - read, key=lambda id: (kb.label("interventions", id).casefold(), id)))
