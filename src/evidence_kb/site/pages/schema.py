"""The page of the schema: every record, every field, what it means, and what may stand in it, from the code itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from evidence_kb.records.audit import Audit
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.library import Library
from evidence_kb.records.model import Model
from evidence_kb.records.question import Question
from evidence_kb.records.source import Source
from evidence_kb.records.term import Intervention, Outcome, Scale, Term
from evidence_kb.records.walk import reference_fields
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.words import plain


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field."""

    key: str
    required: str
    meaning: str
    values: str
    type_anchor: str
    type_name: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record or value type."""

    name: str
    anchor: str
    where: str
    meaning: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class SchemaPage:
    """What the page shows."""

    records: tuple[RecordView, ...]
    parts: tuple[RecordView, ...]


TOP: tuple[tuple[type[Model], str], ...] = (
    (Library, "library.yaml"),
    (Source, "sources/<id>.yaml"),
    (Question, "questions/<id>.yaml"),
    (Audit, "audits/<id>.yaml"),
    (Term, "vocabulary/<kind>.yaml"),
    (Intervention, "vocabulary/interventions.yaml"),
    (Outcome, "vocabulary/outcomes.yaml"),
    (Scale, "vocabulary/scales.yaml"),
)


def make(site: Site) -> Iterator[Page]:
    """The one page of the schema."""
    claims = tuple((model, f"claims/<topic>/<id>.yaml, type: {name}") for name, model in CLAIM_TYPES.items())
    tops = (*TOP, *claims)
    inner: dict[type[Model], None] = {}
    for model, _ in tops:
        _gather(model, inner)
    rest = [model for model in inner if model not in {top for top, _ in tops}]
    content = SchemaPage(
        tuple(_record(model, where) for model, where in tops),
        tuple(_record(model, "") for model in sorted(rest, key=lambda model: model.__name__)),
    )
    yield Page("schema.md", "Schema", "Every record and field of this library, and what may stand in it.", content)


def _gather(model: type[Model], found: dict[type[Model], None]) -> None:
    for field in model.model_fields.values():
        inner = _model_in(field.annotation)
        if inner is not None and inner not in found:
            found[inner] = None
            _gather(inner, found)


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for found in map(_model_in, get_args(annotation)) if found), None)


def _record(model: type[Model], where: str) -> RecordView:
    marks = reference_fields(model)
    fields = []
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        mark = marks.get(name)
        values = f"id of: {', '.join(mark.kinds)}" if mark else " | ".join(_literals(field.annotation))
        fields.append(
            FieldView(
                key=field.alias or name,
                required="required" if field.is_required() else "",
                meaning=" ".join((field.description or "").split()),
                values=values,
                type_anchor=inner.__name__.lower() if inner else "",
                type_name=("list of " if "tuple" in str(field.annotation).lower() else "") + inner.__name__
                if inner
                else "",
            )
        )
    return RecordView(model.__name__, model.__name__.lower(), where, _first_line(model), tuple(fields))


def _first_line(model: type[Model]) -> str:
    return (model.__doc__ or plain(model.__name__)).strip().partition("\n")[0]


def _literals(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return [value for argument in get_args(annotation) for value in _literals(argument)]


SCHEMA = PageType("schema", "schema.md.j2", SchemaPage, make, "Method")
