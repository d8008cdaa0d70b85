"""One JSON Schema (draft 2020-12) for each kind of file, made from the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import models_json_schema

from evidence_kb.records.audit import Audit
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.fields import fields
from evidence_kb.records.library import Library
from evidence_kb.records.model import Model
from evidence_kb.records.question import Question
from evidence_kb.records.references import TERM_KINDS
from evidence_kb.records.scalars import SLUG
from evidence_kb.records.source import Source
from evidence_kb.records.term import TERM_TYPES
from evidence_kb.records.wording import first_sentence, in_words

DIALECT = "https://json-schema.org/draft/2020-12/schema"

RECORDS: Mapping[str, type[Model]] = MappingProxyType(
    {"source": Source, "question": Question, "audit": Audit, "library": Library}
)
"""Kinds of files that hold one record of one model."""

FILE_KINDS: tuple[str, ...] = ("claim", *RECORDS, *TERM_KINDS)
"""Every kind of file: a claim, a source, a question, an audit, the library, and each vocabulary by its name."""

# `type` is known to editors by this list before anything else of a claim is.
_TYPE_HELP = "The type of the claim; it decides which further keys there are."


def file_name(kind: str) -> str:
    """The name of the committed schema of a kind of file."""
    return f"{kind}.schema.json"


def schema(kind: str) -> dict[str, Any]:
    """The closed JSON Schema of a kind of file. Raises KeyError where there is no such kind."""
    models = CLAIM_TYPES if kind == "claim" else {kind: RECORDS.get(kind) or TERM_TYPES[kind]}
    definitions = _definitions(tuple(dict.fromkeys(models.values())))
    head = {"$schema": DIALECT, "$id": file_name(kind)}
    if kind == "claim":
        body = _claim()
    elif kind in RECORDS:
        body = definitions.pop(models[kind].__name__)
    else:
        body = _vocabulary(kind, models[kind])
    return head | body | ({"$defs": definitions} if definitions else {})


def as_text(kind: str) -> str:
    """The schema of a kind as it is committed: indented JSON with a final newline."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def _claim() -> dict[str, Any]:
    """Each type is a closed schema of its own, chosen by `type`: an editor offers the keys of that type only."""
    branches = [
        {
            "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
            "then": {"$ref": f"#/$defs/{model.__name__}"},
        }
        for name, model in CLAIM_TYPES.items()
    ]
    kinds = {
        "description": _TYPE_HELP,
        "enum": list(CLAIM_TYPES),
        "enumDescriptions": [first_sentence(model) for model in CLAIM_TYPES.values()],
    }
    return {
        "title": "Claim",
        "description": "One finding of one source at one place, in the curator's words, with the figures as printed.",
        "type": "object",
        "properties": {"type": kinds},
        "required": ["type"],
        "allOf": branches,
    }


def _vocabulary(kind: str, model: type[Model]) -> dict[str, Any]:
    return {
        "title": f"Vocabulary: {in_words(kind)}",
        "description": "Terms by their ids.",
        "type": "object",
        "propertyNames": {"pattern": SLUG, "maxLength": 120},
        "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
    }


def _definitions(models: tuple[type[Model], ...]) -> dict[str, Any]:
    """The schemas of the models and of everything inside them, by class name, tidied for editors."""
    _, made = models_json_schema([(model, "validation") for model in models], ref_template="#/$defs/{model}")
    found: dict[str, Any] = made.get("$defs", {})
    by_name = {model.__name__: model for model in _all_models(models)}
    return {name: _object(found[name], by_name[name]) for name in sorted(found)}


def _all_models(models: tuple[type[Model], ...]) -> list[type[Model]]:
    found: list[type[Model]] = []
    waiting = list(models)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.append(model)
            waiting += [field.part for field in fields(model).values() if field.part is not None]
    return found


def _object(made: dict[str, Any], model: type[Model]) -> dict[str, Any]:
    properties = made["properties"]
    tidy: dict[str, Any] = {"title": in_words(model.__name__), "description": first_sentence(model), "type": "object"}
    tidy["properties"] = {key: _property(properties[key]) for key in fields(model)}
    required = [key for key, field in fields(model).items() if field.required]
    if required:
        tidy["required"] = required
    return tidy | {"additionalProperties": False}


def _property(made: dict[str, Any]) -> dict[str, Any]:
    """One property: the description first, then what it may hold; no generated titles, no empty defaults."""
    description = {"description": " ".join(made["description"].split())} if "description" in made else {}
    return description | _value(made)


def _value(made: dict[str, Any]) -> dict[str, Any]:
    kept = {key: made[key] for key in made if key not in ("title", "description", "default", "anyOf")}
    if made.get("default") not in (None, [], {}) and not isinstance(made.get("default"), dict):
        kept["default"] = made["default"]
    if "items" in kept:
        kept["items"] = _value(kept["items"])
    if isinstance(kept.get("additionalProperties"), dict):
        kept["additionalProperties"] = _value(kept["additionalProperties"])
    if "const" in kept:
        kept.pop("type", None)
    options = [_value(option) for option in made.get("anyOf", ())]
    return kept | _either(options)


def _either(options: list[dict[str, Any]]) -> dict[str, Any]:
    """`X or null` in one schema where X can take it, so that an editor offers X without detours."""
    other = [option for option in options if option != {"type": "null"}]
    if not options or len(other) == len(options) or len(other) != 1 or "$ref" in other[0]:
        return {"anyOf": options} if options else {}
    value = dict(other[0])
    types = value.get("type", [])
    value["type"] = [*([types] if isinstance(types, str) else types), "null"]
    if "enum" in value:
        value["enum"] = [*value["enum"], None]
    return value
