"""Every kind of file and every type of claim in words, key by key, for the schema page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.fields import Field, fields
from evidence_kb.records.json_schema import FILE_KINDS, RECORDS
from evidence_kb.records.model import Model
from evidence_kb.records.references import TERM_KINDS
from evidence_kb.records.term import TERM_TYPES
from evidence_kb.records.wording import first_sentence, in_words
from evidence_kb.strict_yaml import Document, read

_KINDS_IN_WORDS: dict[str, tuple[str, str]] = {
    "text": ("text", "texts"),
    "id": ("an id", "ids"),
    "figure": ("a figure as printed", "figures as printed"),
    "date": ("a date (YYYY, YYYY-MM or YYYY-MM-DD)", "dates (YYYY, YYYY-MM or YYYY-MM-DD)"),
    "count": ("a whole number, without quotes", "whole numbers, without quotes"),
    "flag": ("true or false", "values true or false"),
    "word": ("one of the words listed", "words of the list"),
    "map": ("a mapping of names to texts", "mappings of names to texts"),
}
_FOLDERS = {"claim": "claims", "source": "sources", "question": "questions", "audit": "audits"}


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its type in words, whether it must be there, the allowed words, what it means.

    `part` is the anchor of the mapping that stands there, empty where the value has no keys of its own;
    `refers_to` names the kinds of entries whose ids may stand there.
    """

    key: str
    type: str
    required: bool
    allowed: tuple[str, ...]
    description: str
    part: str
    refers_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """A kind of file, a type of claim, or a mapping inside them, with its keys in canonical order.

    `anchor` is unique among all descriptions (`claim-response-rate`, `source`, `outcomes`, `part-contrast`).
    `files` says where such files lie; it is empty for parts. `kind` and `type` are `claim` and `response_rate`
    for a claim, `source` and empty for a source, empty for parts.
    """

    anchor: str
    title: str
    description: str
    keys: tuple[Key, ...]
    kind: str = ""
    type: str = ""
    files: str = ""


def file_descriptions() -> tuple[Description, ...]:
    """Every kind of file, with one description for each type of claim, in the order of `FILE_KINDS`."""
    found: list[Description] = []
    for kind in FILE_KINDS:
        if kind == "claim":
            found += [_described(model, kind, name) for name, model in CLAIM_TYPES.items()]
        else:
            found.append(_described(_model(kind), kind))
    return tuple(found)


def part_descriptions() -> tuple[Description, ...]:
    """Every mapping that stands inside a record, sorted by title; each once, wherever it is used."""
    found: dict[str, type[Model]] = {}
    waiting: list[type[Model]] = [*CLAIM_TYPES.values(), *map(_model, FILE_KINDS[1:])]
    while waiting:
        for field in fields(waiting.pop()).values():
            if field.part is not None and _part_anchor(field.part) not in found:
                found[_part_anchor(field.part)] = field.part
                waiting.append(field.part)
    made = [_description(model, anchor) for anchor, model in found.items()]
    return tuple(sorted(made, key=lambda one: (one.title, one.anchor)))


def examples(files: Mapping[str, str]) -> dict[str, str]:
    """One example for each anchor of `file_descriptions`, from the texts of a small library by path.

    The first file of each kind and type, in the order of paths, with its text unchanged. Files that cannot be read
    are passed over; an anchor without a file is missing from the result.
    """
    found: dict[str, str] = {}
    for path in sorted(files):
        anchor = _anchor_of(path, files[path])
        if anchor is not None:
            found.setdefault(anchor, files[path])
    return found


def _anchor_of(path: str, text: str) -> str | None:
    top, _, rest = path.partition("/")
    if path == "library.yaml":
        return "library"
    if top == "vocabulary":
        name = rest.removesuffix(".yaml")
        return name if name in TERM_KINDS else None
    kind = next((kind for kind, folder in _FOLDERS.items() if folder == top), None)
    if kind != "claim":
        return kind
    document = read(text.encode())
    given = document.data.get("type") if isinstance(document, Document) else None
    return _claim_anchor(given) if isinstance(given, str) and given in CLAIM_TYPES else None


def _model(kind: str) -> type[Model]:
    return RECORDS.get(kind) or TERM_TYPES[kind]


def _claim_anchor(type_: str) -> str:
    return f"claim-{type_.replace('_', '-')}"


def _part_anchor(model: type[Model]) -> str:
    return f"part-{in_words(model.__name__).lower().replace(' ', '-')}"


def _described(model: type[Model], kind: str, type_: str = "") -> Description:
    anchor = _claim_anchor(type_) if type_ else kind
    title = in_words(type_ or kind)
    return _description(model, anchor, title, kind, type_, _place(kind))


def _place(kind: str) -> str:
    if kind == "library":
        return "library.yaml"
    if kind in TERM_KINDS:
        return f"vocabulary/{kind}.yaml"
    return f"{_FOLDERS[kind]}/{'<topic>/' if kind == 'claim' else ''}<id>.yaml"


def _description(
    model: type[Model], anchor: str, title: str = "", kind: str = "", type_: str = "", files: str = ""
) -> Description:
    keys = tuple(_key(field) for field in fields(model).values())
    return Description(anchor, title or in_words(model.__name__), first_sentence(model), keys, kind, type_, files)


def _key(field: Field) -> Key:
    part = _part_anchor(field.part) if field.part is not None else ""
    return Key(field.key, _in_words(field), field.required, field.words, field.description, part, field.refers_to)


def _in_words(field: Field) -> str:
    if field.part is not None:
        name = in_words(field.part.__name__).lower()
        return f"a list of mappings ({name})" if field.many else f"a mapping ({name})"
    if len(field.words) == 1:
        return "this word"
    one, several = _KINDS_IN_WORDS[field.kind]
    return f"a list of {several}" if field.many else one
