"""All claims with their facets, as one script for the browse page; it needs no server."""

from __future__ import annotations

import json
from collections.abc import Iterable

from evidence_kb.analysis.conflicts import DIFFERENCE, NEITHER
from evidence_kb.analysis.result_of_comparison import results
from evidence_kb.analysis.review_state import review_state
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.outputs import OutputFile
from evidence_kb.records.base import Claim, Finding
from evidence_kb.site.addresses import source_name
from evidence_kb.site.views.claims import type_words
from evidence_kb.site.words import DESIGNS, READ_SHORT, sentence

PATH = "assets/claims-data.js"
FACETS = (
    ("intervention", "Treatment"),
    ("condition", "Condition"),
    ("outcome", "Outcome"),
    ("type", "Type of claim"),
    ("design", "Design"),
    ("direction", "What it shows"),
    ("read", "What was read"),
    ("state", "State of review"),
    ("year", "Year"),
)
SHOWS = {
    "for": "Favours the treatment",
    "against": "Favours the comparator",
    "neither": "No difference shown, or inconclusive",
    "untold": "No comparison printed, or none that shows a side",
}


def browse_data(kb: KnowledgeBase) -> OutputFile:
    """Rows of [id, statement, source, values]; values point into the list of words of each facet."""
    dictionaries: list[dict[str, int]] = [{} for _ in FACETS]
    rows = []
    for entry in kb.claims.values():
        values = [
            [words.setdefault(value, len(words)) for value in dict.fromkeys(given)]
            for words, given in zip(dictionaries, _values(entry, kb), strict=True)
        ]
        rows.append([entry.id, entry.record.statement, _source(entry, kb), values])
    data = {
        "facets": [[key, name, list(words)] for (key, name), words in zip(FACETS, dictionaries, strict=True)],
        "rows": rows,
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return OutputFile(PATH, f"window.kbClaims={text};\n".encode())


def _source(entry: Entry[Claim], kb: KnowledgeBase) -> str:
    citation = entry.record.citations[0] if entry.record.citations else None
    source = kb.sources.get(citation.source) if citation else None
    return kb.once(source_name, source.id) if source else ""


def _values(entry: Entry[Claim], kb: KnowledgeBase) -> Iterable[list[str]]:
    claim = entry.record
    citation = claim.citations[0] if claim.citations else None
    source = kb.sources.get(citation.source) if citation else None
    yield [kb.label("interventions", id) for id in kb.interventions(claim)]
    yield [kb.label("conditions", share.term) for share in claim.conditions]
    yield [kb.label("outcomes", claim.outcome)] if isinstance(claim, Finding) else []
    yield [type_words(claim)]
    yield [DESIGNS[source.record.design]] if source else []
    yield [SHOWS[stance] for stance in _shows(entry, kb)]
    yield [sentence(READ_SHORT[citation.read])] if citation else []
    yield [sentence(review_state(claim.checks).state)]
    yield [(source.record.csl.issued or "")[:4] or "no date seen"] if source else []


def _shows(entry: Entry[Claim], kb: KnowledgeBase) -> list[str]:
    claim = entry.record
    if not isinstance(claim, Finding):
        return []
    found = []
    for result in results(claim, entry.id, kb):
        if result.result in DIFFERENCE:
            found.append("for" if result.result == "favours-intervention" else "against")
        elif result.result in NEITHER or result.result == "non-inferior":
            found.append("neither")
    return found or ["untold"]
