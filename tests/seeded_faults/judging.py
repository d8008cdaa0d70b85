"""What the gate says of the library with one mistake in it, and whether that is what an editor needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from evidence_kb.findings import Finding
from evidence_kb.gate import Report, check
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.loading.library import FOLDERS, Loaded, load_files
from evidence_kb.records.references import Reference
from evidence_kb.store import StoredFile
from seeded_faults.fault import Change, Fault
from seeded_faults.library_text import LibraryText

GROUPS = {"source": "sources", "claim": "claims", "question": "questions", "audit": "audits"}


@dataclass(frozen=True)
class Verdict:
    """What came of a fault: the findings that the untouched library does not have."""

    fault: Fault
    new: tuple[Finding, ...]

    @property
    def answers(self) -> tuple[Finding, ...]:
        """The findings of the rules that may answer."""
        return tuple(finding for finding in self.new if finding.code in self.fault.operator.codes)

    def placed(self, texts: Mapping[str, str]) -> tuple[Finding, ...]:
        """The answers on a line that shows the mistake."""
        return tuple(finding for finding in self.answers if _on_the_line(finding, self.fault.change, texts))

    @property
    def besides(self) -> tuple[Finding, ...]:
        """Findings that say nothing new: others than the answer, and answers given twice."""
        operator = self.fault.operator
        others = [f for f in self.new if not f.code.startswith((*operator.codes, *operator.also))]
        twice = () if operator.many else self.answers[1:]
        return (*others, *twice)


def _on_the_line(finding: Finding, change: Change, texts: Mapping[str, str]) -> bool:
    if finding.file == change.path and finding.line in change.lines:
        return True
    lines = (change.files.get(finding.file) or texts.get(finding.file, "")).split("\n")
    here = lines[finding.line - 1] if finding.line <= len(lines) else ""
    return bool(change.word) and change.word in here


class Judge:
    """Runs the gate over the library with a mistake, looking only at the records that the mistake can reach."""

    def __init__(self, loaded: Loaded, report: Report, text: LibraryText) -> None:
        self.loaded = loaded
        self.text = text
        self.texts = {path: file.text for path, file in text.files.items()}
        self.known = _counted(report.findings)
        self.as_of = report.as_of

    def verdict(self, fault: Fault) -> Verdict:
        """The findings that the mistake adds."""
        return Verdict(fault, self.new(fault.change))

    def new(self, change: Change, *, everywhere: bool = False) -> tuple[Finding, ...]:
        """Findings that the untouched library does not have; with `everywhere` every record is looked at."""
        loaded = self._changed(change)
        kb = loaded.kb
        if not everywhere:
            near = self._near(kb, set(change.files))
            kb.users  # noqa: B018 - computed over everything, before the rest is put out of sight
            vars(kb)["entries"] = tuple(entry for entry in kb.entries if (entry.file, entry.id) in near)
        found = check(loaded, as_of=self.as_of).findings
        left = Counter(self.known)
        new = []
        for finding in found:
            if left[_named(finding)]:
                left[_named(finding)] -= 1
            else:
                new.append(finding)
        return tuple(new)

    def _changed(self, change: Change) -> Loaded:
        """The library with other files in the place of some; all others are not read again."""
        paths = set(change.files)
        stems = {PurePosixPath(path).stem for path in paths}
        again = {p: t for p, t in self.texts.items() if p in paths or PurePosixPath(p).stem in stems}
        texts = again | dict(change.files)
        read = load_files([StoredFile(p, t.encode("utf-8")) for p, t in sorted(texts.items()) if t is not None])
        groups: dict[str, dict[Any, Entry[Any]]] = {}
        for kind in (*FOLDERS.values(), "term"):
            name = GROUPS.get(kind, "terms")
            kept = {k: e for k, e in getattr(self.loaded.kb, name).items() if e.file not in texts}
            groups[name] = dict(sorted((kept | dict(getattr(read.kb, name))).items()))
        library = read.kb.library if "library.yaml" in texts else self.loaded.kb.library
        kb = KnowledgeBase(library=library, broken=read.kb.broken, **groups)
        return replace(self.loaded, kb=kb, findings=read.findings)

    def _near(self, kb: KnowledgeBase, paths: set[str]) -> set[tuple[str, str]]:
        """What the changed records name, and what names them, directly or through a source or a claim."""
        near: set[tuple[str, str]] = set()
        for base, other in ((self.loaded.kb, kb), (kb, self.loaded.kb)):
            changed = [e for e in base.entries if e.file in paths and not _same_term(e, other)]
            below = [found for entry in changed for found in _named_by(base, entry)]
            above = [found for entry in changed for found in _naming(base, entry)]
            siblings = [found for entry in below if entry.kind == "source" for found in _naming(base, entry)]
            carried = [found for entry in above if entry.kind in ("source", "claim") for found in _naming(base, entry)]
            # A term that did not change may still share a code or a name with the one that did.
            beside = [entry for entry in base.entries if entry.file in paths]
            near |= {(entry.file, entry.id) for entry in (*beside, *below, *above, *siblings, *carried)}
        return near


def _same_term(entry: Entry[Any], other: KnowledgeBase) -> bool:
    there = other.terms.get((entry.folder, entry.id)) if entry.kind == "term" else None
    return there is not None and there.record == entry.record


def _naming(base: KnowledgeBase, entry: Entry[Any]) -> Iterable[Entry[Any]]:
    yield from base.users.get((entry.folder if entry.kind == "term" else entry.kind, entry.id), ())
    if entry.kind == "source" and entry.record.study:
        yield from base.studies.get(entry.record.study.id, ())
        yield from base.users.get(("study", entry.record.study.id), ())


def _named_by(base: KnowledgeBase, entry: Entry[Any]) -> Iterable[Entry[Any]]:
    if entry.kind == "term":
        return
    for node in entry.nodes:
        if isinstance(node.value, Reference):
            for kind in node.value.kinds:
                group = getattr(base, GROUPS[kind]) if kind in GROUPS else {}
                if node.value.id in group:
                    yield group[node.value.id]
                elif (kind, node.value.id) in base.terms:
                    yield base.terms[kind, node.value.id]


def _named(finding: Finding) -> tuple[str, str, str]:
    return (finding.file, finding.code, finding.message)


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter(map(_named, findings))
