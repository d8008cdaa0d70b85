"""Which model a file follows, by its place in the library and, for claims, by its type."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.json_schema import RECORDS
from evidence_kb.records.model import Model
from evidence_kb.records.term import TERM_TYPES

_FOLDERS = {"sources": "source", "questions": "question", "audits": "audit"}


def model_of(path: str, data: dict[str, Any]) -> tuple[type[Model] | None, bool]:
    """The model of a file of the library, and whether the file holds terms by id; no model where none fits."""
    place = PurePosixPath(path)
    top = place.parts[0] if place.parts else ""
    if path == "library.yaml":
        return RECORDS["library"], False
    if top == "vocabulary":
        return TERM_TYPES.get(place.stem), True
    if top == "claims":
        given = data.get("type")
        return (CLAIM_TYPES.get(given) if isinstance(given, str) else None), False
    return RECORDS.get(_FOLDERS.get(top, "")), False
