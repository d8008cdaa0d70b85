"""A citation as readers see it: the source, the place in it, and what was really read."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.citation import Citation
from evidence_kb.references.formatting import format_reference
from evidence_kb.site.addresses import Link, Links, external
from evidence_kb.site.views.claims import design_words
from evidence_kb.site.words import READ, plain, sentence


@dataclass(frozen=True, slots=True)
class CitationView:
    """One citation; `caution` marks what was not read at its source."""

    source: Link
    reference: str
    design: str
    place: str
    read: str
    caution: str
    via: Link
    quote: str
    seen: Link


def citation_view(citation: Citation, links: Links) -> CitationView:
    """The citation with its source, formatted in the library's style."""
    entry = links.kb.sources.get(citation.source)
    via = citation.via
    return CitationView(
        source=links.source(citation.source),
        reference=reference(links, citation.source),
        design=design_words(entry.record) if entry else "",
        place=place(citation),
        read=_capital(READ[citation.read]),
        caution="caution" if citation.read in ("second-hand", "part", "abstract") else "",
        via=_via(citation, links) if via else Link(""),
        quote=citation.quote or "",
        seen=external(citation.seen),
    )


def _via(citation: Citation, links: Links) -> Link:
    assert citation.via is not None
    kind = plain(citation.via.kind)
    if citation.via.source:
        link = links.source(citation.via.source)
        return Link(f"{kind}: {link.text}", link.href)
    link = external(citation.via.url)
    return Link(f"{kind}: {citation.via.url}" if citation.via.url else kind, link.href)


def place(citation: Citation) -> str:
    """`Table 2, page 174`."""
    locator = citation.locator
    parts = [locator.label or sentence(locator.part), locator.place, f"page {locator.page}" if locator.page else None]
    if locator.label and locator.part not in ("table", "figure", "other"):
        parts[0] = f"{sentence(locator.part)} {locator.label}"
    return ", ".join(part for part in parts if part)


def reference(links: Links, id: str) -> str:
    """The formatted reference of a source; its id where the source is missing."""
    entry = links.kb.sources.get(id)
    if entry is None:
        return id
    return links.kb.once(_formatted, id)


def _formatted(kb: KnowledgeBase, id: str) -> str:
    csl = kb.sources[id].record.csl.model_dump(by_alias=True, exclude_none=True)
    return format_reference(csl, kb.library.record.citation_style if kb.library else "vancouver")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
