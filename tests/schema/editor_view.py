"""A file as an editor's JSON Schema validator sees it: the scalars of the YAML 1.2 core schema."""

from __future__ import annotations

import re
from typing import Any

from evidence_kb.strict_yaml import Document, Plain, read

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def as_seen(value: Any) -> Any:
    """Strings, numbers and truth values out of the text that the reader gives."""
    if isinstance(value, dict):
        return {key: as_seen(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_seen(inner) for inner in value]
    if not isinstance(value, Plain):
        return value
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else str(value)


def data_of(raw: bytes) -> Any:
    """The data of a file that reads well, as an editor sees it."""
    document = read(raw)
    assert isinstance(document, Document), document
    return as_seen(document.data)
