"""Findings of the gate and waived findings as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_kb.findings import Finding
from evidence_kb.knowledge_base import Entry
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.source import Site


@dataclass(frozen=True, slots=True)
class FindingView:
    """One complaint, the rule behind it, and what answers it."""

    rule: Link
    severity: str
    message: str
    place: str
    fix: str
    answer: str = ""


def finding_view(finding: Finding, links: Links, answer: str = "") -> FindingView:
    """A finding as shown."""
    return FindingView(
        links.rule(finding.code),
        str(finding.severity),
        finding.message,
        f"{finding.file}:{finding.line}",
        finding.fix or "",
        answer,
    )


def findings_of(site: Site, entry: Entry[Any], links: Links) -> tuple[FindingView, ...]:
    """What the gate found in the file of an entry."""
    return tuple(finding_view(found, links) for found in site.findings.get(entry.file, ()))


def waivers_of(site: Site, entry: Entry[Any], links: Links) -> tuple[FindingView, ...]:
    """What the entry's waivers answer, with their reasons."""
    found = site.waived.get(entry.file, ())
    return tuple(finding_view(pair.finding, links, pair.waiver.reason) for pair in found)
