"""The page of a claim: its statement, the figures as printed and recomputed, what the checks found, its citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.integrity import Integrity
from evidence_kb.analysis.recomputation import integrity
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.site.addresses import Link, Links, entry_path
from evidence_kb.site.page import Page, PageType, Part
from evidence_kb.site.source import Site
from evidence_kb.site.views.citations import CitationView, citation_view
from evidence_kb.site.views.claims import card
from evidence_kb.site.views.facts import missing_words
from evidence_kb.site.views.figures import claim_figures
from evidence_kb.site.views.findings import FindingView, findings_of, waivers_of
from evidence_kb.site.views.status import review_words
from evidence_kb.site.views.table import Row, Table, head, table, text
from evidence_kb.site.views.uses import uses
from evidence_kb.site.words import counted

VERDICTS = {"agrees": "agrees", "differs": "differs", "cannot-tell": "cannot be told"}


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """What the page of a claim shows."""

    statement: str
    type: str
    design: str
    weak: str
    read: str
    review: str
    figures: Part
    integrity: tuple[Table, ...]
    integrity_words: str
    findings: tuple[FindingView, ...]
    waived: tuple[FindingView, ...]
    citations: tuple[CitationView, ...]
    not_seen: tuple[str, ...]
    not_reported: tuple[str, ...]
    uses: tuple[Link, ...]
    file: str


def make(site: Site) -> Iterator[Page]:
    """One page a claim."""
    for entry in site.kb.claims.values():
        path = entry_path("claim", entry.id)
        links = Links(site.kb, path)
        content = _content(site, entry, links)
        source = content.citations[0].source.text if content.citations else ""
        title = f"{content.statement[:80]}" if len(content.statement) <= 80 else f"{content.statement[:77]}…"
        yield Page(path, title, f"{content.type}. {source}. {content.statement}"[:300], content)


def _content(site: Site, entry: Entry[Claim], links: Links) -> ClaimPage:
    claim = entry.record
    short = card(entry, links)
    report = site.kb.once(integrity, entry.id)
    return ClaimPage(
        statement=claim.statement,
        type=short.type,
        design=short.design,
        weak=short.weak,
        read=short.read,
        review=review_words(claim),
        figures=Part((f"claims/{claim.type}.md.j2", "claims/_any.md.j2"), claim_figures(claim, links)),
        integrity=_integrity(report),
        integrity_words=_integrity_words(report),
        findings=findings_of(site, entry, links),
        waived=waivers_of(site, entry, links),
        citations=tuple(citation_view(citation, links) for citation in claim.citations),
        not_seen=tuple(map(missing_words, claim.not_seen)),
        not_reported=tuple(map(missing_words, claim.not_reported)),
        uses=uses(site.kb, ("claim", entry.id), links),
        file=entry.file,
    )


def _integrity(report: Integrity) -> tuple[Table, ...]:
    if not report.items:
        return ()
    rows = [
        Row(
            (
                head(Link(item.what), note=item.formula),
                text(item.printed),
                text(item.recomputed),
                text(VERDICTS[item.verdict], note=item.note or (item.excuse or "")),
            ),
            mark=item.verdict,
        )
        for item in report.items
    ]
    return (table("Printed and recomputed", ["Figure", "Printed", "Recomputed", "Verdict"], rows),)


def _integrity_words(report: Integrity) -> str:
    if not report.items:
        return "No figure of this claim can be recomputed from the others."
    agree, differ = report.count("agrees"), report.count("differs")
    return f"{counted(len(report.items), 'figure')} recomputed: {agree} agree, {differ} differ."


CLAIM = PageType("claim", "claim.md.j2", ClaimPage, make, "Evidence")
