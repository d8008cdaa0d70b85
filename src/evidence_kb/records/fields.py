"""What may stand in each field of a record: its kind, its words, what it points at, and its place in the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from evidence_kb.printed import Printed
from evidence_kb.records import scalars
from evidence_kb.records.model import Model
from evidence_kb.records.references import Ref

FieldKind = Literal["text", "id", "figure", "date", "count", "flag", "word", "part", "map", "code"]

_TYPE: tuple[str, ...] = ("type", "statement", "population", "conditions", "setting", "citation")
_ASKED: tuple[str, ...] = ("exposure", "step", "intervention", "comparator", "background", "basis")
_COUNTED: tuple[str, ...] = ("designs", "studies", "participants", "includes", "outcome")
_RESULT: tuple[str, ...] = ("timepoint", "analysis", "arms", "contrasts")
_POOLED: tuple[str, ...] = ("model", "heterogeneity", "prediction_interval", "source_certainty")
_LAST: tuple[str, ...] = ("not_seen", "not_reported", "checks", "waivers", "aliases")

FIRST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Claim": (*_TYPE, *_ASKED, *_COUNTED),
        "NetworkMetaAnalysis": (*_TYPE, "outcome", "timepoint", "analysis"),
        "Term": ("label", "abbreviation", "definition", "synonyms", "broader"),
        "Contrast": ("of", "versus", "kind", "measure", "value", "unit", "interval", "p", "p_words", "p_covers"),
    }
)
"""Keys that come first, by model (its own name or that of a base); all others follow as the model declares them."""

LAST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Finding": (*_RESULT, *_POOLED, *_LAST),
        "Entity": _LAST,
        "Term": ("codes", "aliases"),
    }
)
"""Keys that come last, in this order."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a model.

    `kind` is that of one value (`part`: a mapping with keys of its own, `map`: free keys with text, `code`: one value
    of a mapping of codes); `many` says that a list of such values stands there. `words` are the allowed values,
    `refers_to` the kinds of entries that an id may name, `part` the model of a mapping.
    """

    key: str
    kind: FieldKind
    many: bool
    required: bool
    description: str
    words: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    part: type[Model] | None = None


@cache
def fields(model: type[Model]) -> Mapping[str, Field]:
    """The fields of a model by the keys that YAML uses, in canonical order."""
    found = {info.alias or name: _field(info.alias or name, info) for name, info in model.model_fields.items()}
    return MappingProxyType({key: found[key] for key in _ordered(model, tuple(found))})


def _ordered(model: type[Model], keys: tuple[str, ...]) -> list[str]:
    """Preferred keys first, then the others as declared, then the preferred last ones."""
    names = [base.__name__ for base in model.__mro__]
    first = next((FIRST[name] for name in names if name in FIRST), ())
    last = next((LAST[name] for name in names if name in LAST), ())
    head = [key for key in first if key in keys]
    tail = [key for key in last if key in keys and key not in head]
    return [*head, *(key for key in keys if key not in head and key not in tail), *tail]


def _field(key: str, info: FieldInfo) -> Field:
    pieces = list(_pieces(info.annotation, tuple(info.metadata)))
    description = " ".join((info.description or "").split())
    many = any(origin is tuple for origin, _, _ in pieces)
    refers_to = next((extra.kinds for _, _, extras in pieces for extra in extras if isinstance(extra, Ref)), ())
    words = next((args for origin, args, _ in pieces if origin is Literal), ())
    part = next((origin for origin, _, _ in pieces if isinstance(origin, type) and issubclass(origin, Model)), None)
    kind = _kind(pieces, words, part)
    return Field(key, kind, many, info.is_required(), description, tuple(map(str, words)), refers_to, part)


_Piece = tuple[Any, tuple[Any, ...], tuple[Any, ...]]


def _pieces(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[_Piece]:
    """Every type inside an annotation: its origin, its arguments, and what is noted beside it."""
    if hasattr(annotation, "__metadata__"):
        yield from _pieces(annotation.__origin__, (*metadata, *annotation.__metadata__))
        return
    arguments = get_args(annotation)
    origin = get_origin(annotation) or annotation
    yield origin, arguments, metadata
    if origin is not Literal:
        for argument in arguments:
            yield from _pieces(argument)


def _kind(pieces: list[_Piece], words: tuple[Any, ...], part: type[Model] | None) -> FieldKind:
    if part is not None:
        return "part"
    if words:
        return "word"
    origins = {origin for origin, _, _ in pieces}
    if dict in origins:
        return "map"
    readers = {extra.func for _, _, extras in pieces for extra in extras if isinstance(extra, PlainValidator)}
    if scalars.read_slug in readers:
        return "id"
    if scalars.read_date in readers:
        return "date"
    by_type: dict[Any, FieldKind] = {Printed: "figure", int: "count", bool: "flag"}
    return next((by_type[origin] for origin in by_type if origin in origins), "text")
