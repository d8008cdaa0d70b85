"""The library in memory: frozen entries and the look-ups across files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from evidence_kb.findings import FieldPath
from evidence_kb.records.audit import Audit
from evidence_kb.records.base import Claim
from evidence_kb.records.library import Library
from evidence_kb.records.model import Model
from evidence_kb.records.question import Question
from evidence_kb.records.references import Reference
from evidence_kb.records.source import Source
from evidence_kb.records.study import StudyArm
from evidence_kb.records.term import Term
from evidence_kb.records.walk import Node, walk
from evidence_kb.strict_yaml import Document

Kind = Literal["library", "source", "claim", "question", "audit", "term"]
R = TypeVar("R", bound=Model)
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Entry(Generic[R]):
    """A record with its id, its file, and the way back to the lines of that file."""

    kind: Kind
    id: str
    record: R
    file: str
    document: Document
    base: FieldPath = ()
    folder: str = ""

    def position(self, path: FieldPath = (), key: bool = False) -> tuple[int, int]:
        """Line and column of a field (of its key where asked for), counted from 1."""
        return self.document.position((*self.base, *path), key=key)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every value type and reference inside the record."""
        return tuple(walk(self.record))


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """Everything that could be read. Terms are keyed by (vocabulary, id)."""

    library: Entry[Library] | None
    sources: Mapping[str, Entry[Source]]
    claims: Mapping[str, Entry[Claim]]
    questions: Mapping[str, Entry[Question]]
    audits: Mapping[str, Entry[Audit]]
    terms: Mapping[tuple[str, str], Entry[Term]]
    broken: frozenset[tuple[str, str]] = frozenset()
    """(kind, id) of files that exist and could not be read: references to them are not dangling."""
    _derived: dict[Any, Any] = field(default_factory=dict, repr=False)

    def once(self, compute: Callable[[KnowledgeBase, str], T], id: str) -> T:
        """A value derived from this knowledge base, computed on first use."""
        key = (compute, id)
        if key not in self._derived:
            self._derived[key] = compute(self, id)
        value: T = self._derived[key]
        return value

    @cached_property
    def entries(self) -> tuple[Entry[Any], ...]:
        """All entries in the order of their files."""
        groups = (self.sources, self.claims, self.questions, self.audits, self.terms)
        found: list[Entry[Any]] = [entry for group in groups for entry in group.values()]
        if self.library is not None:
            found.append(self.library)
        return tuple(sorted(found, key=lambda entry: (entry.file, entry.id)))

    @cached_property
    def studies(self) -> Mapping[str, tuple[Entry[Source], ...]]:
        """Sources by the id of the study that they report."""
        found: defaultdict[str, list[Entry[Source]]] = defaultdict(list)
        for entry in self.sources.values():
            if entry.record.study is not None:
                found[entry.record.study.id].append(entry)
        return {study: tuple(found[study]) for study in sorted(found)}

    def ids(self, kind: str) -> tuple[str, ...]:
        """Known ids of a kind: `source`, `claim`, `question`, `audit`, `study`, or a vocabulary."""
        groups: dict[str, Mapping[str, Any]] = {
            "source": self.sources,
            "claim": self.claims,
            "question": self.questions,
            "audit": self.audits,
            "study": self.studies,
        }
        if kind in groups:
            return tuple(groups[kind])
        return tuple(id for vocabulary, id in self.terms if vocabulary == kind)

    def resolves(self, reference: Reference) -> bool:
        """Whether a reference leads to an entry, or to a file that exists and could not be read."""
        return any(
            (kind, reference.id) in self.terms
            or reference.id in self._known.get(kind, ())
            or (kind, reference.id) in self.broken
            or ("vocabulary", kind) in self.broken
            or (kind == "study" and self._unread_sources)
            for kind in reference.kinds
        )

    @cached_property
    def _unread_sources(self) -> bool:
        """Whether a source could not be read: nobody knows which studies it reports."""
        return any(kind == "source" for kind, _ in self.broken)

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        kinds = ("source", "claim", "question", "audit", "study")
        return {kind: frozenset(self.ids(kind)) for kind in kinds}

    def term(self, kind: str, id: str) -> Term | None:
        """A term of a vocabulary, or None."""
        entry = self.terms.get((kind, id))
        return entry.record if entry else None

    def label(self, kind: str, id: str) -> str:
        """The label of a term; its id in words where the term is missing."""
        term = self.term(kind, id)
        return term.label if term else id.replace("-", " ")

    @cached_property
    def users(self) -> Mapping[tuple[str, str], tuple[Entry[Any], ...]]:
        """Which entries point at an entry or term, by (kind, id); arms are left out."""
        found: defaultdict[tuple[str, str], list[Entry[Any]]] = defaultdict(list)
        for entry in self.entries:
            wanted = [node.value for node in entry.nodes if isinstance(node.value, Reference)]
            for key in sorted({(kind, ref.id) for ref in wanted for kind in ref.kinds if kind != "arm"}):
                found[key].append(entry)
        return {key: tuple(found[key]) for key in sorted(found)}

    def claims_of(self, source: str) -> tuple[Entry[Claim], ...]:
        """Claims that cite a source, sorted by id."""
        using = self.users.get(("source", source), ())
        return tuple(
            sorted(
                (
                    entry
                    for entry in using
                    if entry.kind == "claim" and any(c.source == source for c in entry.record.citations)
                ),
                key=lambda entry: entry.id,
            )
        )

    def arms(self, claim: Claim) -> tuple[StudyArm, ...]:
        """The arms of the study that the claim's source reports."""
        for citation in claim.citations:
            source = self.sources.get(citation.source)
            if source is not None and source.record.study is not None:
                return source.record.study.arms
        return ()

    def interventions(self, claim: Claim) -> tuple[str, ...]:
        """The interventions that a claim is about: named by it, or given in the arms it names."""
        given = {arm.id: tuple(part.term for part in arm.given) for arm in self.arms(claim)}
        found: list[str] = []
        for variable in claim.variables():
            if variable.role not in ("exposure", "comparator"):
                continue
            if variable.what == "arm":
                found.extend(given.get(variable.id, ()))
            elif variable.what == "term" and ("interventions", variable.id) in self.terms:
                found.append(variable.id)
        return tuple(dict.fromkeys(found))
