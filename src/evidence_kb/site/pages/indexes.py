"""The index pages: all sources and all audits of the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.citations import reference
from evidence_kb.site.views.verdicts import Count, counts
from evidence_kb.site.words import DESIGNS, counted, plain


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list."""

    source: Link
    reference: str
    claims: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of one design."""

    design: str
    anchor: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The list of all sources."""

    total: str
    groups: tuple[SourceGroup, ...]


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An audit in the list."""

    audit: Link
    kind: str
    total: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class AuditsPage:
    """The list of all audits."""

    audits: tuple[AuditLine, ...]


def make_sources(site: Site) -> Iterator[Page]:
    """The list of all sources by design."""
    path = "sources/index.md"
    links = Links(site.kb, path)
    groups = []
    for design, name in DESIGNS.items():
        found = [entry for entry in site.kb.sources.values() if entry.record.design == design]
        lines = tuple(
            SourceLine(
                links.source(entry.id), reference(links, entry.id), counted(len(site.kb.claims_of(entry.id)), "claim")
            )
            for entry in found
        )
        if lines:
            groups.append(SourceGroup(name, design, lines))
    content = SourcesPage(counted(len(site.kb.sources), "source"), tuple(groups))
    yield Page(path, "Sources", f"{content.total} with what was read of each and every claim taken from it.", content)


def make_audits(site: Site) -> Iterator[Page]:
    """The list of all audits."""
    path = "audits/index.md"
    links = Links(site.kb, path)
    lines = tuple(
        AuditLine(
            links.audit(entry.id),
            plain(entry.record.document.kind),
            counted(len(entry.record.statements), "statement"),
            counts(entry.record),
        )
        for entry in site.kb.audits.values()
    )
    yield Page(path, "Audits", "Public documents, statement by statement, against the evidence.", AuditsPage(lines))


SOURCES = PageType("sources", "sources.md.j2", SourcesPage, make_sources, "Evidence")
AUDITS = PageType("audits", "audits.md.j2", AuditsPage, make_audits, "Audits")
