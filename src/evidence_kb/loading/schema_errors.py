"""Turns what pydantic says of a record into findings, one for each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from evidence_kb.findings import FieldPath, Finding, Severity, dotted
from evidence_kb.records.fields import fields
from evidence_kb.records.model import Model
from evidence_kb.strict_yaml import Document
from evidence_kb.suggestions import nearest

UNKNOWN_KEY, MISSING_KEY, UNKNOWN_VALUE, WRONG_TYPE, MALFORMED = "SC201", "SC202", "SC203", "SC204", "SC205"
_SHAPES = {"scalar_type", "list_type", "model_type", "model_attributes_type", "dict_type"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the record comes from, for the place of its findings."""

    file: str
    document: Document
    record: str
    base: FieldPath = ()

    def finding(self, code: str, message: str, path: FieldPath, *, key: bool = False, **more: Any) -> Finding:
        """A finding at a path inside the record."""
        line, column = self.document.position((*self.base, *path), key=key)
        return Finding(code, Severity.ERROR, message, self.file, line, column, self.record, path, **more)


def findings(error: ValidationError, model: type[Model], data: Any, origin: Origin) -> tuple[Finding, ...]:
    """All mistakes of a record. A misspelt key that explains a missing one is told once."""
    details = sorted(error.errors(include_url=False), key=lambda detail: [str(part) for part in detail["loc"]])
    unknown = {_path(d) for d in details if d["type"] == "extra_forbidden"}
    found: dict[tuple[FieldPath, str], Finding] = {}
    explained: set[FieldPath] = set()
    for path in sorted(unknown, key=str):
        finding = _unknown_key(path, model, data, origin)
        if finding.nearest:
            explained.add((*path[:-1], finding.nearest))
        found[path, UNKNOWN_KEY] = finding
    for detail in details:
        path = _path(detail)
        if path in unknown or (detail["type"] == "missing" and path in explained):
            continue
        finding = _other(detail, path, model, data, origin)
        found.setdefault((path, ""), finding)
    return tuple(found.values())


def _path(detail: ErrorDetails) -> FieldPath:
    return tuple(part for part in detail["loc"] if not (isinstance(part, str) and "[" in part))


def _unknown_key(path: FieldPath, model: type[Model], data: Any, origin: Origin) -> Finding:
    name = str(path[-1])
    allowed = keys_at(model, path[:-1])
    present = _at(data, path[:-1])
    free = [key for key in allowed if not (isinstance(present, Mapping) and key in present)]
    guess = nearest(name, free)
    hint = f"Did you mean `{guess}`?" if guess else f"Keys that may stand here: {', '.join(allowed)}."
    fix = (
        f"Rename the key to `{guess}`."
        if guess
        else "Remove the key, or put its content where the schema has a place for it."
    )
    where = f"`{dotted(path[:-1])}`" if len(path) > 1 else "this record"
    message = f"`{name}` is not a key of {where}. {hint}"
    return origin.finding(UNKNOWN_KEY, message, path, key=True, value=name, allowed=allowed, nearest=guess, fix=fix)


def _other(detail: ErrorDetails, path: FieldPath, model: type[Model], data: Any, origin: Origin) -> Finding:
    kind, value = detail["type"], _at(data, path)
    name = dotted(path) or "this record"
    if kind == "missing":
        where = f"`{dotted(path[:-1])}`" if len(path) > 1 else "the record"
        message = f"`{path[-1]}` is missing from {where}; it is required."
        return _missing(message, path, model, origin)
    if kind == "literal_error":
        return _unknown_value(detail, path, value, origin)
    if value is None:
        message = f"`{name}` has no value."
        return origin.finding(
            WRONG_TYPE, message, path, fix="Give it a value, or leave the key out where it is optional."
        )
    if kind in _SHAPES:
        expects = (
            detail["msg"]
            if kind in ("scalar_type", "list_type")
            else f"expects a mapping of keys, found {_shape(value)}"
        )
        return origin.finding(WRONG_TYPE, f"`{name}` {expects}.", path, value=_short(value))
    message = f"`{name}` is `{_short(value)}`; it {detail['msg']}."
    return origin.finding(MALFORMED, message, path, value=_short(value))


def _missing(message: str, path: FieldPath, model: type[Model], origin: Origin) -> Finding:
    """The fix names what belongs under the key: its own required keys, its words, or what it means."""
    holder = _model_at(model, path[:-1])
    field = fields(holder).get(str(path[-1])) if holder else None
    wanted = "with what the source shows"
    if field is not None and field.part is not None:
        needed = [inner.key for inner in fields(field.part).values() if inner.required]
        wanted = f"with {', '.join(f'`{key}`' for key in needed)}" if needed else wanted
    elif field is not None and field.words:
        wanted = f"with one of: {', '.join(field.words)}"
    meaning = f" ({field.description.rstrip('.')})" if field is not None and field.description else ""
    words = field.words if field is not None else ()
    return origin.finding(
        MISSING_KEY, message, path, value=None, allowed=words, fix=f"Add `{path[-1]}:` {wanted}{meaning}."
    )


def _unknown_value(detail: ErrorDetails, path: FieldPath, value: Any, origin: Origin) -> Finding:
    allowed = tuple(sorted(str(option) for option in detail.get("ctx", {}).get("options", ())))
    if not allowed:
        allowed = tuple(
            part.strip(" '") for part in detail["ctx"]["expected"].replace(" or ", ",").split(",") if part.strip()
        )
    if not isinstance(value, str):
        return origin.finding(
            WRONG_TYPE, f"`{dotted(path)}` expects one word, found {_shape(value)}.", path, allowed=allowed
        )
    guess = nearest(value, allowed)
    hint = f"Did you mean `{guess}`?" if guess else "It must be one of the allowed words."
    message = f"`{_short(value)}` is not a value of `{dotted(path)}`. {hint}"
    fix = f"Write `{guess}`." if guess else f"Choose one of: {', '.join(allowed)}."
    return origin.finding(UNKNOWN_VALUE, message, path, value=_short(value), allowed=allowed, nearest=guess, fix=fix)


def keys_at(model: type[Model], path: Iterable[str | int]) -> tuple[str, ...]:
    """The keys that may stand at a place inside a record of this model."""
    found = _model_at(model, path)
    return found.keys() if found else ()


def _model_at(model: type[Model], path: Iterable[str | int]) -> type[Model] | None:
    current: type[Model] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        field = next((f for n, f in current.model_fields.items() if (f.alias or n) == part), None)
        current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for found in map(_model_in, get_args(annotation)) if found), None)


def _at(data: Any, path: FieldPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _shape(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"the text `{_short(value)}`"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}…"
