"""The page of a source: the record as seen, its standing, what was verified, and every claim from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.knowledge_base import Entry
from evidence_kb.records.source import Source
from evidence_kb.site.addresses import Link, Links, entry_path, external, source_name
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.citations import reference
from evidence_kb.site.views.claims import ClaimCard, card, design_words
from evidence_kb.site.views.facts import Fact, facts
from evidence_kb.site.views.findings import FindingView, findings_of
from evidence_kb.site.views.status import review_words
from evidence_kb.site.views.table import Row, Table, figure, head, table, text
from evidence_kb.site.views.uses import uses
from evidence_kb.site.words import STANDING, day, sentence

IN_TABLE = frozenset({"arms", "id", "funding", "interests"})


@dataclass(frozen=True, slots=True)
class SeenView:
    """A page that was opened and what it showed."""

    page: Link
    shows: str
    on: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What the page of a source shows."""

    name: str
    reference: str
    design: str
    design_note: str
    standing: str
    standing_note: str
    replaced_by: Link
    review: str
    identifiers: tuple[Link, ...]
    study: tuple[Fact, ...]
    arms: tuple[Table, ...]
    funding: tuple[str, ...]
    same_study: tuple[Link, ...]
    limitations: tuple[str, ...]
    not_seen: tuple[str, ...]
    seen: tuple[SeenView, ...]
    claims: tuple[ClaimCard, ...]
    findings: tuple[FindingView, ...]
    used_by: tuple[Link, ...]
    file: str


def make(site: Site) -> Iterator[Page]:
    """One page a source."""
    for entry in site.kb.sources.values():
        path = entry_path("source", entry.id)
        content = _content(site, entry, Links(site.kb, path))
        yield Page(path, f"{content.name}: {content.design}", content.reference[:300], content)


def _content(site: Site, entry: Entry[Source], links: Links) -> SourcePage:
    source = entry.record
    return SourcePage(
        name=site.kb.once(source_name, entry.id),
        reference=reference(links, entry.id),
        design=design_words(source),
        design_note=source.design_note or "",
        standing=STANDING.get(source.standing.value, sentence(source.standing.value)),
        standing_note=source.standing.note or "",
        replaced_by=links.source(source.standing.by) if source.standing.by else Link(""),
        review=review_words(source),
        identifiers=_identifiers(source),
        study=facts(source.study, links, IN_TABLE) if source.study else (),
        arms=_arms(source, links),
        funding=_funding(source),
        same_study=_same_study(entry, links),
        limitations=source.limitations,
        not_seen=source.not_seen,
        seen=tuple(
            SeenView(external(page.url), ", ".join(page.shows), day(page.on) if page.on else "")
            for page in source.checked
        ),
        claims=tuple(card(claim, links) for claim in site.kb.claims_of(entry.id)),
        findings=findings_of(site, entry, links),
        used_by=tuple(link for link in uses(site.kb, ("source", entry.id), links) if "claims/" not in link.href),
        file=entry.file,
    )


def _identifiers(source: Source) -> tuple[Link, ...]:
    csl = source.csl
    found = []
    if csl.doi:
        found.append(external(f"https://doi.org/{csl.doi}", f"DOI {csl.doi}"))
    if csl.pmid:
        found.append(external(f"https://pubmed.ncbi.nlm.nih.gov/{csl.pmid}/", f"PubMed {csl.pmid}"))
    if csl.pmcid:
        found.append(external(f"https://pmc.ncbi.nlm.nih.gov/articles/{csl.pmcid}/", csl.pmcid))
    if csl.url:
        found.append(external(csl.url, "Publisher's page" if csl.doi else csl.url))
    return tuple(found)


def _arms(source: Source, links: Links) -> tuple[Table, ...]:
    arms = source.study.arms if source.study else ()
    if not arms:
        return ()
    rows = []
    for arm in arms:
        given = [facts(part, links) for part in arm.given]
        lines = ["; ".join(", ".join(v.text for v in fact.values) for fact in part) for part in given]
        rows.append(
            Row(
                (
                    head(Link(arm.label)),
                    figure(None if arm.n is None else str(arm.n)),
                    text(" + ".join(lines)),
                    text(", ".join(links.kb.label("interventions", term) for term in arm.background)),
                )
            )
        )
    return (table("Arms", ["Arm", "People", "Given", "Background"], rows),)


def _funding(source: Source) -> tuple[str, ...]:
    study = source.study
    if study is None:
        return ()
    found = []
    if study.funding:
        words = {"not-seen": "Funding not seen", "not-reported": "Funding not reported"}
        found.append(study.funding.text or words.get(study.funding.status, "Funding not seen"))
    found += [f"{interest.who}: {interest.what}" for interest in study.interests]
    return tuple(found)


def _same_study(entry: Entry[Source], links: Links) -> tuple[Link, ...]:
    study = entry.record.study
    if study is None:
        return ()
    return tuple(links.source(other.id) for other in links.kb.studies.get(study.id, ()) if other.id != entry.id)


SOURCE = PageType("source", "source.md.j2", SourcePage, make, "Evidence")
