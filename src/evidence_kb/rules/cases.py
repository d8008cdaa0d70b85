"""The cases of a rule: small changes of an example library, and what the rule has to say of each.

A rule's cases stand beside it, in a YAML file of the same name. Each changes the example library that the package
ships, in memory, and says whether the rule then fires, where, and with which words. The first case that fires is
also the wrong and the right example on the rule's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

import yaml

from evidence_kb.rules.rule import Rule
from evidence_kb.store import StoredFile
from evidence_kb.strict_yaml.parser import fast_loader

KEYS = frozenset(
    {"name", "fires", "file", "replace", "with", "remove", "raw", "disk", "texts", "as_of", "finding", "also", "right"}
)
EXPECTED_KEYS = frozenset({"file", "at", "line", "message", "severity"})


class CaseError(ValueError):
    """A file of cases is not written as it has to be; the message names the case."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that the rule must report; `at` is the path inside the record, as editors write it."""

    message: str
    file: str
    at: str = ""
    line: int | None = None
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class DiskEntry:
    """Something in the library's folder that is no ordinary file: a `link`, a `folder` or a `pipe`."""

    path: str
    kind: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One change of the example library, and what has to come of it."""

    name: str
    fires: bool
    file: str = ""
    replace: tuple[tuple[str, str], ...] = ()
    added: tuple[tuple[str, bytes], ...] = ()
    removed: tuple[str, ...] = ()
    disk: tuple[DiskEntry, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None
    expected: tuple[Expected, ...] = ()
    also: tuple[str, ...] = ()
    right: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The cases of a rule, or the reason why there can be none."""

    cases: tuple[Case, ...]
    no_case: str = ""


@cache
def example_files() -> tuple[StoredFile, ...]:
    """The files of the example library, sorted by path."""
    root = files("evidence_kb.rules") / "example_library"
    return tuple(sorted(_below(root, PurePosixPath()), key=lambda file: file.path))


def _below(folder: Traversable, path: PurePosixPath) -> Iterable[StoredFile]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, path / entry.name)
        elif entry.name.endswith(".yaml"):
            yield StoredFile(str(path / entry.name), entry.read_bytes())


def case_file(rule: Rule) -> CaseFile:
    """The cases beside a rule; none where there is no such file. Raises CaseError."""
    package, _, name = rule.module.rpartition(".")
    place = files(package) / f"{name}.yaml"
    if not place.is_file():
        return CaseFile(())
    data = yaml.load(place.read_text("utf-8"), Loader=fast_loader())  # noqa: S506 - the safe loader, in C
    if isinstance(data, Mapping):
        return CaseFile((), str(data["no_case"]))
    return CaseFile(tuple(_case(entry, f"{name}.yaml") for entry in data))


def changed_files(case: Case, library: tuple[StoredFile, ...]) -> tuple[StoredFile, ...]:
    """The example library with the change of a case. Raises CaseError where a text does not occur exactly once."""
    stored = {file.path: file.raw for file in library}
    for old, new in case.replace:
        text = stored.get(case.file, b"").decode("utf-8")
        if text.count(old) != 1:
            raise CaseError(f"{case.name}: `{old}` occurs {text.count(old)} times in {case.file}, not once")
        stored[case.file] = text.replace(old, new).encode("utf-8")
    for path in case.removed:
        if stored.pop(path, None) is None:
            raise CaseError(f"{case.name}: there is no file {path} to remove")
    stored.update(case.added)
    return tuple(StoredFile(path, stored[path]) for path in sorted(stored))


def _case(entry: Mapping[str, Any], where: str) -> Case:
    name = f"{where}: {entry.get('name', 'a case without a name')}"
    unknown = sorted(set(entry) - KEYS)
    if unknown or not isinstance(entry.get("fires"), bool):
        raise CaseError(f"{name}: unknown keys {unknown}, or `fires` is neither true nor false")
    added = {path: _bytes(content) for path, content in (entry.get("with") or {}).items()}
    added |= {path: bytes.fromhex(content) for path, content in (entry.get("raw") or {}).items()}
    file = str(entry.get("file") or next(iter(added), ""))
    findings = entry.get("finding") or []
    findings = [findings] if isinstance(findings, Mapping) else findings
    return Case(
        name=str(entry["name"]),
        fires=entry["fires"],
        file=file,
        replace=tuple((str(old), str(new)) for old, new in (entry.get("replace") or {}).items()),
        added=tuple(added.items()),
        removed=tuple(entry.get("remove") or ()),
        disk=tuple(DiskEntry(**item) for item in entry.get("disk") or ()),
        texts=tuple((entry.get("texts") or {}).items()),
        as_of=str(entry["as_of"]) if "as_of" in entry else None,
        expected=tuple(_expected(finding, file, name) for finding in findings),
        also=tuple(entry.get("also") or ()),
        right=str(entry.get("right") or ""),
    )


def _bytes(content: Any) -> bytes:
    """A file's text; `{begin, text, times}` repeats a text, for files and lines that are too long to write out."""
    if isinstance(content, str):
        return content.encode("utf-8")
    return (str(content.get("begin", "")) + str(content["text"]) * int(content["times"])).encode("utf-8")


def _expected(finding: Mapping[str, Any], file: str, name: str) -> Expected:
    unknown = sorted(set(finding) - EXPECTED_KEYS)
    if unknown or "message" not in finding:
        raise CaseError(f"{name}: `finding` needs `message`, and has the unknown keys {unknown}")
    return Expected(
        message=str(finding["message"]),
        file=str(finding.get("file", file)),
        at=str(finding.get("at", "")),
        line=finding.get("line"),
        severity=finding.get("severity"),
    )
