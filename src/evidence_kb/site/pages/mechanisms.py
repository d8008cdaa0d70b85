"""The mechanism map: what acts on what, shown in whom, with the same edges as a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.wording import in_sentence
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.claims.mechanism import Mechanism
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.figures.network import Edge, network
from evidence_kb.site.page import Page, PageType, Part
from evidence_kb.site.source import Site
from evidence_kb.site.views.position import RUNGS
from evidence_kb.site.words import plain, sentence

LACK = re.compile(r"deficien|deplet|\w-free\b|^free of\b|\black\b|\blow\b|\bwithout\b|^no\b", re.IGNORECASE)
RAISED = re.compile(r"(raised|added|extra|more|increased|high)\b", re.IGNORECASE)
CAUSES = ("interventions", "drug-classes", "processes")


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One claim as an edge."""

    cause: Link
    change: str
    rung: str
    how: str
    claim: Link
    source: Link


@dataclass(frozen=True, slots=True)
class ProcessView:
    """A process with everything that acts on it."""

    process: Link
    anchor: str
    edges: tuple[EdgeView, ...]


@dataclass(frozen=True, slots=True)
class MechanismsPage:
    """What the page shows; no drawing where the library has no mechanism."""

    drawing: tuple[Part, ...]
    processes: tuple[ProcessView, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the map."""
    path, kb = "mechanisms.md", site.kb
    links = Links(kb, path)
    by_process: defaultdict[str, list[tuple[str, Mechanism]]] = defaultdict(list)
    for entry in kb.claims.values():
        if isinstance(entry.record, Mechanism):
            by_process[entry.record.process].append((entry.id, entry.record))
    edges = {_edge(kb, claim): None for found in by_process.values() for _, claim in found}
    drawing = (Part(("figures/network.svg.j2",), network(tuple(edges))),) if edges else ()
    ordered = sorted(by_process, key=lambda id: kb.label("processes", id).casefold())
    processes = tuple(
        ProcessView(
            links.term("processes", id),
            f"process-{id}",
            tuple(_view(claim_id, claim, links) for claim_id, claim in sorted(by_process[id], key=_by_rung)),
        )
        for id in ordered
    )
    words = "What acts on which process, shown in people, animals or cells; a mechanism is no evidence of benefit."
    yield Page(path, "How it may work", words, MechanismsPage(drawing, processes))


def _cause(kb: KnowledgeBase, id: str) -> str:
    kind = next((kind for kind in CAUSES if (kind, id) in kb.terms), "interventions")
    return kb.label(kind, id)


def _edge(kb: KnowledgeBase, claim: Mechanism) -> Edge:
    rung = "human" if claim.system.startswith("human") else "animal" if claim.system.startswith("animal") else "other"
    return Edge(_acting(kb, claim), kb.label("processes", claim.process), claim.change, rung)


def _acting(kb: KnowledgeBase, claim: Mechanism) -> str:
    """What acts: where it was withheld, the lack of it, unless the term itself names a lack."""
    cause = _cause(kb, claim.cause)
    if claim.manipulation != "withheld-or-depleted" or names_lack(cause):
        return cause
    return f"{'Without' if RAISED.match(cause) else 'Lack of'} {in_sentence(cause)}"


def names_lack(label: str) -> bool:
    """Whether a label already says that something is missing: `Magnesium-deficient diet`, `Calcium-free fluid`."""
    return LACK.search(label) is not None


def _by_rung(pair: tuple[str, Mechanism]) -> tuple[int, str]:
    return list(RUNGS).index(pair[1].system), pair[0]


def _view(id: str, claim: Mechanism, links: Links) -> EdgeView:
    kind = next((kind for kind in CAUSES if (kind, claim.cause) in links.kb.terms), "interventions")
    return EdgeView(
        cause=links.term(kind, claim.cause),
        change=sentence(claim.change),
        rung=f"{RUNGS[claim.system]}{f' ({claim.species})' if claim.species else ''}",
        how=", ".join(filter(None, (_how(links.kb, claim), "" if claim.evidence == "measured" else claim.evidence))),
        claim=links.claim(id),
        source=links.source(claim.citation.source),
    )


def _how(kb: KnowledgeBase, claim: Mechanism) -> str:
    if claim.manipulation != "withheld-or-depleted":
        return "" if claim.manipulation == "none" else plain(claim.manipulation)
    return "a lack, not a treatment" if names_lack(_cause(kb, claim.cause)) else "lack of it, not treatment with it"


MECHANISMS = PageType("mechanisms", "mechanisms.md.j2", MechanismsPage, make, "Treatments")
