"""`references.json`: the sources as CSL-JSON, for reference managers and citation processors."""

from __future__ import annotations

import json

from evidence_kb.exports.export import Export
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.references.csl_json import references


def render(kb: KnowledgeBase) -> bytes:
    """CSL-JSON items sorted by id; what nobody saw (`candidates`) is left out."""
    items = [(id, e.record.csl.model_dump(by_alias=True, exclude_none=True)) for id, e in kb.sources.items()]
    return (json.dumps(references(items), ensure_ascii=False, indent=1) + "\n").encode()


REFERENCES_JSON = Export("references", "references.json", "The sources as CSL-JSON.", render)
