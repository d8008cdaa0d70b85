"""`library.json`: every record as it stands, with the integrity report of each claim."""

from __future__ import annotations

import json
from typing import Any

from evidence_kb.analysis.integrity import Integrity
from evidence_kb.analysis.recomputation import integrity
from evidence_kb.exports.export import Export
from evidence_kb.findings import dotted
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.source import Source

VERSION = 1


def render(kb: KnowledgeBase) -> bytes:
    """One JSON document; identifiers that nobody saw (`candidates`) are left out."""
    document = {
        "version": VERSION,
        "library": _record(kb.library) if kb.library else None,
        "vocabulary": _vocabulary(kb),
        "sources": {id: _record(entry) for id, entry in kb.sources.items()},
        "claims": {id: _record(e) | {"integrity": _report(kb.once(integrity, id))} for id, e in kb.claims.items()},
        "questions": {id: _record(entry) for id, entry in kb.questions.items()},
        "audits": {id: _record(entry) for id, entry in kb.audits.items()},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _record(entry: Entry[Any]) -> dict[str, Any]:
    hidden = {"candidates"} if isinstance(entry.record, Source) else None
    data: dict[str, Any] = entry.record.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude=hidden)
    return data


def _vocabulary(kb: KnowledgeBase) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for (kind, id), entry in kb.terms.items():
        found.setdefault(kind, {})[id] = _record(entry)
    return found


def _report(report: Integrity) -> list[dict[str, Any]]:
    return [
        {
            "check": item.check,
            "at": dotted(item.path),
            "what": item.what,
            "formula": item.formula,
            "printed": item.printed,
            "recomputed": item.recomputed,
            "verdict": item.verdict,
            "note": item.note,
            "explained_by": item.excuse,
        }
        for item in report.items
    ]


LIBRARY_JSON = Export("library", "library.json", "Every record with its integrity report.", render)
