"""The warnings as the search knows them: one document a circumstance, and one a treatment."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.claims.safety import Safety
from evidence_kb.site.circumstances import Circumstance, circumstances, safety_claims
from evidence_kb.site.search_document import Document, address
from evidence_kb.site.term_names import all_names
from evidence_kb.site.views.drugs import Drug
from evidence_kb.site.views.safety import BLOCKS, block_of, rank, related, warned
from evidence_kb.site.words import plain

PATH = "safety.md"
TITLE = "Can I give it to or with …?"
ASKED = (
    "contraindication contraindicated contraindicate interaction interact warning caution safe safety together combine"
)
"""Words in which people ask for warnings, whatever the warning says."""


def warning_documents(kb: KnowledgeBase) -> Iterator[Document]:
    """Each circumstance with its place on the page of warnings, then each treatment that warnings are about."""
    for circumstance in kb.once(circumstances, ""):
        yield _circumstance(kb, circumstance)
    found: dict[Drug, list[Entry[Safety]]] = {
        drug: [entry for entry in safety_claims(kb) if {*drug.terms} & {*entry.record.intervention}]
        for drug in kb.once(warned, "")
    }
    for drug in sorted(found, key=lambda drug: (-len(found[drug]), drug.term)):
        yield _treatment(kb, drug, found[drug])
    yield _page(kb)


def _circumstance(kb: KnowledgeBase, circumstance: Circumstance) -> Document:
    claims = [each.claim for each in circumstance.claims]
    document = Document("Warnings", circumstance.label, address(PATH, circumstance.anchor), _summary(kb, claims))
    named = (*((circumstance.term,) if circumstance.term else ()), *circumstance.included)
    document.add(" ".join((circumstance.label, *all_names(kb, named))), 8)
    document.add(" ".join(circumstance.names), 4)
    document.add(ASKED, 3)
    for claim in claims:
        document.add(plain(claim.record.kind), 4)
    for each in circumstance.claims:
        document.add(" ".join(item.what for item in (*each.items, *each.effects)), 4)
        document.add(_drugs(kb, each.claim.record), 5)
    return document


def _treatment(kb: KnowledgeBase, drug: Drug, claims: list[Entry[Safety]]) -> Document:
    kinds = sorted({plain(entry.record.kind) for entry in claims})
    document = Document("Warnings", drug.label, f"{address(PATH)}?drug={drug.term}", ", ".join(kinds))
    document.add(" ".join(all_names(kb, [("interventions", id) for id in drug.terms])), 6)
    document.add(ASKED, 5)
    for entry in claims:
        document.add(_drugs(kb, entry.record), 5)
        document.add(plain(entry.record.kind), 5)
        document.add(" ".join(item.what for item in entry.record.items), 2)
    return document


def _page(kb: KnowledgeBase) -> Document:
    """The whole look-up: it also answers for a pair of treatment and circumstance that no warning names."""
    document = Document("Page", TITLE, address(PATH), "")
    document.add(TITLE, 5)
    document.add(ASKED, 8)
    for circumstance in kb.once(circumstances, ""):
        document.add(" ".join(circumstance.names), 5)
    for entry in safety_claims(kb):
        document.add(_drugs(kb, entry.record), 5)
    return document


def _drugs(kb: KnowledgeBase, claim: Safety) -> str:
    keys = {key for id in claim.intervention for key in related(kb, ("interventions", id))}
    return " ".join(all_names(kb, sorted(keys)))


def _summary(kb: KnowledgeBase, claims: list[Entry[Safety]]) -> str:
    """Which treatments stand under which instruction."""
    blocks: dict[str, dict[str, None]] = {}
    for entry in sorted(claims, key=lambda entry: rank(kb, entry)):
        drugs = blocks.setdefault(BLOCKS[block_of(entry.record)], {})
        drugs |= dict.fromkeys(kb.label("interventions", id) for id in entry.record.intervention)
    return "; ".join(f"{block}: {', '.join(drugs)}" for block, drugs in blocks.items())
