"""Walks a record: every value type with its path, and every reference to another entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from evidence_kb.findings import FieldPath
from evidence_kb.records.model import Model
from evidence_kb.records.references import Ref, Reference


@dataclass(frozen=True, slots=True)
class Node:
    """A value inside a record, and where it stands."""

    path: FieldPath
    value: Model | Reference


def _mark(annotation: Any) -> Ref | None:
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, Ref):
            return extra
    for argument in get_args(annotation):
        found = _mark(argument)
        if found is not None:
            return found
    return None


@cache
def reference_fields(model: type[Model]) -> dict[str, Ref]:
    """The fields of a model that point at other entries, by attribute name."""
    found = {}
    for name, field in model.model_fields.items():
        own = next((extra for extra in field.metadata if isinstance(extra, Ref)), None)
        mark = own or _mark(field.annotation)
        if mark is not None:
            found[name] = mark
    return found


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, Ref | None], ...]:
    """The fields of a model in order: name, key in YAML, and what the field points at."""
    marks = reference_fields(model)
    return tuple((name, field.alias or name, marks.get(name)) for name, field in model.model_fields.items())


def walk(value: Model, path: FieldPath = ()) -> Iterator[Node]:
    """The record itself, then everything inside it, in the order of its fields."""
    yield Node(path, value)
    for name, key, mark in _fields(type(value)):
        content = getattr(value, name)
        if mark is not None:
            yield from _references(content, (*path, key), mark)
        elif isinstance(content, Model | tuple):
            yield from _inside(content, (*path, key))


def _inside(content: object, path: FieldPath) -> Iterator[Node]:
    if isinstance(content, Model):
        yield from walk(content, path)
    elif isinstance(content, tuple):
        for index, item in enumerate(content):
            yield from _inside(item, (*path, index))


def _references(content: object, path: FieldPath, mark: Ref) -> Iterator[Node]:
    if isinstance(content, str):
        yield Node(path, Reference(mark.kinds, content))
    elif isinstance(content, tuple):
        for index, item in enumerate(content):
            yield from _references(item, (*path, index), mark)
