"""What the pages are made of: the library as it was read, and the gate's report on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from evidence_kb.findings import Finding
from evidence_kb.gate import Report, Waived
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.loading.library import Loaded
from evidence_kb.records.library import Library
from evidence_kb.site.history import Change


@dataclass(frozen=True)
class Site:
    """The input of every page."""

    loaded: Loaded
    report: Report
    history: tuple[Change, ...] = ()

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base."""
        return self.loaded.kb

    @property
    def library(self) -> Library:
        """What the library says of itself. Raises ValueError where `library.yaml` could not be read."""
        if self.kb.library is None:
            raise ValueError("the library has no readable library.yaml, so no site can be made of it")
        return self.kb.library.record

    @property
    def as_of(self) -> str:
        """The date for which the site is made."""
        return self.report.as_of

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The gate's findings by file."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            found[finding.file].append(finding)
        return {file: tuple(found[file]) for file in sorted(found)}

    @cached_property
    def waived(self) -> Mapping[str, tuple[Waived, ...]]:
        """Waived findings by file."""
        found: defaultdict[str, list[Waived]] = defaultdict(list)
        for pair in self.report.waived:
            found[pair.finding.file].append(pair)
        return {file: tuple(found[file]) for file in sorted(found)}
