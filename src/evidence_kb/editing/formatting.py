"""Lays the files of a library out in canonical form; what a file says never changes by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from evidence_kb.editing.byte_repairs import repaired
from evidence_kb.editing.comments import attach
from evidence_kb.editing.layout import laid_out
from evidence_kb.editing.record_models import model_of
from evidence_kb.editing.syntax import tree
from evidence_kb.findings import Finding
from evidence_kb.outputs import write_file
from evidence_kb.records.model import Model
from evidence_kb.store import StoredFile, list_files
from evidence_kb.strict_yaml import Document, read

State = Literal["canonical", "changed", "unreadable", "fault"]


@dataclass(frozen=True, slots=True)
class Formatted:
    """What came of one file.

    `content` is the canonical form where the state is `changed`, otherwise the bytes as they were; `reason` says
    why a file was left alone (`unreadable`: it has to be mended first; `fault`: this program would have changed
    what the file says).
    """

    path: str
    state: State
    content: bytes
    reason: str = ""


def format_file(file: StoredFile) -> Formatted:
    """The canonical form of one file. Never raises for any bytes."""
    document = read(repaired(file.raw))
    if not isinstance(document, Document):
        first = document[0]
        return Formatted(file.path, "unreadable", file.raw, f"{first.line}:{first.column} {first.code} {first.message}")
    model, terms = model_of(file.path, document.data)
    content = laid_out(attach(tree(document.text)), model, terms).encode()
    if content == file.raw:
        return Formatted(file.path, "canonical", file.raw)
    if not _says_the_same(document.data, content, model, terms):
        return Formatted(file.path, "fault", file.raw, "the canonical form would not say the same")
    return Formatted(file.path, "changed", content)


def format_library(
    root: Path, wanted: Iterable[str] | None = None
) -> tuple[tuple[Formatted, ...], tuple[Finding, ...]]:
    """The canonical forms of the files below `root`, sorted by path, and what could not be opened. Writes nothing.

    `wanted` narrows it to files and folders by their paths below the root. Symbolic links are not followed. Raises
    LibraryNotFound where `root` is no folder.
    """
    files, findings = list_files(root)
    chosen = None if wanted is None else tuple(wanted)
    return (
        tuple(format_file(file) for file in files if _is_wanted(file.path, chosen)),
        tuple(finding for finding in findings if _is_wanted(finding.file, chosen)),
    )


def write_changed(root: Path, results: Iterable[Formatted]) -> None:
    """Write the changed files, each whole or not at all."""
    for result in results:
        target = root / result.path
        if result.state == "changed" and not target.is_symlink():
            write_file(target, result.content)


def _is_wanted(path: str, wanted: tuple[str, ...] | None) -> bool:
    if wanted is None:
        return True
    return any(one in ("", ".") or path == one or path.startswith(f"{one}/") for one in wanted)


def _says_the_same(before: dict[str, Any], content: bytes, model: type[Model] | None, terms: bool) -> bool:
    """Whether a text holds the same values, and whether the models take it for the same."""
    after = read(content)
    if not isinstance(after, Document) or after.data != before:
        return False
    if model is None:
        return True
    pairs = [(before[id], after.data[id]) for id in before] if terms else [(before, after.data)]
    return all(_verdict(model, old) == _verdict(model, new) for old, new in pairs)


def _verdict(model: type[Model], data: Any) -> object:
    """The record, or what is wrong with it: unquoting a number or quoting one would be seen here."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return [(detail["type"], detail["loc"]) for detail in sorted(error.errors(include_url=False), key=_place)]


def _place(detail: Any) -> list[str]:
    return [str(part) for part in detail["loc"]]
