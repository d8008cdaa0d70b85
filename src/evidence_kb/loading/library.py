"""Reads a library folder: every file, its YAML, its schema, into one knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from evidence_kb.findings import Finding, Severity
from evidence_kb.knowledge_base import Entry, Kind, KnowledgeBase
from evidence_kb.loading.claim_types import fitting_types, misspelt_type, wrong_type
from evidence_kb.loading.schema_errors import MISSING_KEY, UNKNOWN_VALUE, Origin, findings
from evidence_kb.records.audit import Audit
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.library import Library
from evidence_kb.records.model import Model
from evidence_kb.records.question import Question
from evidence_kb.records.references import TERM_KINDS
from evidence_kb.records.source import Source
from evidence_kb.records.term import TERM_TYPES
from evidence_kb.store import StoredFile, list_files
from evidence_kb.strict_yaml import Document, read
from evidence_kb.suggestions import nearest

FOLDERS: dict[str, Kind] = {"sources": "source", "claims": "claim", "questions": "question", "audits": "audit"}
MODELS: dict[str, type[Model]] = {"source": Source, "question": Question, "audit": Audit}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a library: the knowledge base, what was wrong, and how many files were read.

    `texts` are the texts of files with findings, by path, so that reports can show the line.
    """

    kb: KnowledgeBase
    findings: tuple[Finding, ...]
    files: int
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    entries: dict[str, dict[Any, Entry[Any]]] = field(
        default_factory=lambda: {k: {} for k in (*FOLDERS.values(), "term")}
    )
    library: Entry[Library] | None = None
    findings: list[Finding] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)


def load(root: Path) -> Loaded:
    """Read the library under `root`.

    Raises `LibraryNotFound` where the folder does not exist; everything else that is wrong is a finding.
    """
    files, problems = list_files(root)
    return load_files(files, problems)


def load_files(files: Iterable[StoredFile], problems: Iterable[Finding] = ()) -> Loaded:
    """The same from files in memory, for previews, differences and tests."""
    reading = _Reading(findings=list(problems))
    stored = sorted(files, key=lambda file: file.path)
    for finding in reading.findings:
        _mark_broken(reading, finding.file)
    for file in stored:
        _read_file(reading, file)
    kb = KnowledgeBase(
        library=reading.library,
        sources=_sorted(reading.entries["source"]),
        claims=_sorted(reading.entries["claim"]),
        questions=_sorted(reading.entries["question"]),
        audits=_sorted(reading.entries["audit"]),
        terms=_sorted(reading.entries["term"]),
        broken=frozenset(reading.broken),
    )
    wrong = {finding.file for finding in reading.findings}
    texts = {file.path: file.raw.decode("utf-8", "replace") for file in stored if file.path in wrong}
    return Loaded(kb, tuple(sorted(reading.findings, key=lambda finding: finding.order)), len(stored), texts)


def _sorted(entries: dict[Any, Entry[Any]]) -> dict[Any, Entry[Any]]:
    return {key: entries[key] for key in sorted(entries)}


def _mark_broken(reading: _Reading, path: str) -> None:
    parts = PurePosixPath(path)
    kind = FOLDERS.get(parts.parts[0]) if parts.parts else None
    if kind:
        reading.broken.add((kind, parts.stem))


def _read_file(reading: _Reading, file: StoredFile) -> None:
    path = PurePosixPath(file.path)
    document = read(file.raw)
    if isinstance(document, tuple):
        for problem in document:
            reading.findings.append(
                Finding(
                    problem.code,
                    Severity.ERROR,
                    problem.message,
                    file.path,
                    problem.line,
                    problem.column,
                    path.stem,
                    value=problem.value,
                    fix=problem.fix,
                )
            )
        _mark_broken(reading, file.path)
        if path.parts[0] == "vocabulary":
            reading.broken.add(("vocabulary", path.stem))
    elif file.path == "library.yaml":
        reading.library = _entry(reading, "library", "library", Library, document, file.path)
    elif path.parts[0] == "vocabulary":
        _read_terms(reading, path, document)
    else:
        _read_record(reading, path, document)


def _read_record(reading: _Reading, path: PurePosixPath, document: Document) -> None:
    kind = FOLDERS[path.parts[0]]
    origin = Origin(str(path), document, path.stem)
    model = MODELS.get(kind) or _claim_model(reading, origin)
    entry = _entry(reading, kind, path.stem, model, document, str(path)) if model else None
    if entry is None:
        _mark_broken(reading, str(path))
        return
    known = reading.entries[kind].get(path.stem)
    if known is not None:
        message = f"The id `{path.stem}` is already used by {known.file}; an id may stand in one file only."
        fix = "Rename this file, or remove the copy."
        reading.findings.append(origin.finding("ID102", message, (), value=path.stem, fix=fix))
        return
    reading.entries[kind][path.stem] = entry


def _claim_model(reading: _Reading, origin: Origin) -> type[Model] | None:
    given = origin.document.data.get("type")
    if isinstance(given, str) and given in CLAIM_TYPES:
        return CLAIM_TYPES[given]
    allowed = tuple(CLAIM_TYPES)
    slip = misspelt_type(origin) if given is None else None
    if slip is not None:
        reading.findings.append(slip)
        return None
    if not isinstance(given, str):
        message = "`type` is missing; it names what kind of claim this is."
        fitting = fitting_types(origin.document.data)
        fix = f"Add `type:` with one of: {', '.join(fitting or allowed)}."
        reading.findings.append(origin.finding(MISSING_KEY, message, ("type",), allowed=allowed, fix=fix))
        return None
    guess = nearest(given, allowed)
    message = f"`{given[:80]}` is not a type of claim." + (f" Did you mean `{guess}`?" if guess else "")
    fix = f"Write `{guess}`." if guess else f"Choose one of: {', '.join(allowed)}."
    finding = origin.finding(
        UNKNOWN_VALUE, message, ("type",), value=given[:80], allowed=allowed, nearest=guess, fix=fix
    )
    reading.findings.append(finding)
    return None


def _read_terms(reading: _Reading, path: PurePosixPath, document: Document) -> None:
    kind = path.stem
    model = TERM_TYPES.get(kind)
    if model is None:
        guess = nearest(kind, TERM_KINDS)
        message = f"`{kind}` is not a vocabulary of this library." + (f" Did you mean `{guess}`?" if guess else "")
        fix = f"Rename the file; vocabularies are: {', '.join(TERM_KINDS)}."
        origin = Origin(str(path), document, kind)
        reading.findings.append(origin.finding(UNKNOWN_VALUE, message, (), value=kind, nearest=guess, fix=fix))
        return
    for id in document.data:
        entry = _entry(reading, "term", id, model, document, str(path), base=(id,), folder=kind)
        if entry is None:
            reading.broken.add((kind, id))
        else:
            reading.entries["term"][kind, id] = entry


def _entry(
    reading: _Reading,
    kind: Kind,
    id: str,
    model: type[Model],
    document: Document,
    file: str,
    base: tuple[str, ...] = (),
    folder: str = "",
) -> Entry[Any] | None:
    data = document.data[base[0]] if base else document.data
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        origin = Origin(file, document, id, base)
        told = wrong_type(error, data, origin) if kind == "claim" else None
        reading.findings.extend((told,) if told else findings(error, model, data, origin))
        return None
    folder = folder or "/".join(PurePosixPath(file).parts[1:-1])
    return Entry(kind, id, record, file, document, base, folder)
