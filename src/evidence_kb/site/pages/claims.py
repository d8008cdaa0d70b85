"""All claims: the page that browses them by facets, and one list for each topic that needs no script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.claims import ClaimCard, card
from evidence_kb.site.words import counted, plain

# A page of more claims than this takes long to open on a phone.
PER_PAGE = 250


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """The page that browses all claims."""

    total: str
    topics: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """The claims of one topic, or a part of them."""

    name: str
    total: str
    claims: tuple[ClaimCard, ...]
    parts: tuple[Link, ...]


def make_index(site: Site) -> Iterator[Page]:
    """The page that browses all claims."""
    path = "claims/index.md"
    links = Links(site.kb, path)
    topics = tuple(
        (links.page(f"topics/{slug}.md", name), counted(len(claims), "claim")) for slug, name, claims in _topics(site)
    )
    content = ClaimsPage(counted(len(site.kb.claims), "claim"), topics)
    yield Page(path, "All claims", f"{content.total}, each one finding of one source at one place.", content)


def make_topics(site: Site) -> Iterator[Page]:
    """One page a topic, cut into parts where there are many claims."""
    for slug, name, claims in _topics(site):
        cuts = [claims[first : first + PER_PAGE] for first in range(0, len(claims), PER_PAGE)]
        paths = [f"topics/{slug}{f'-{n}' if n > 1 else ''}.md" for n in range(1, len(cuts) + 1)]
        for path, cut in zip(paths, cuts, strict=True):
            links = Links(site.kb, path)
            parts = tuple(links.page(other, f"Part {n}") for n, other in enumerate(paths, 1)) if len(paths) > 1 else ()
            content = TopicPage(name, counted(len(claims), "claim"), tuple(card(entry, links) for entry in cut), parts)
            yield Page(path, f"Claims: {name}", f"{content.total} on {name.lower()}.", content)


def _topics(site: Site) -> list[tuple[str, str, list[Entry[Claim]]]]:
    by_folder: defaultdict[str, list[Entry[Claim]]] = defaultdict(list)
    for entry in site.kb.claims.values():
        by_folder[entry.folder].append(entry)
    return [
        (
            folder.replace("/", "-") or "claims",
            plain(folder).replace("/", ", ").capitalize() or "Claims",
            by_folder[folder],
        )
        for folder in sorted(by_folder)
    ]


CLAIMS = PageType("claims", "claims.md.j2", ClaimsPage, make_index, "Evidence")
TOPIC = PageType("topic", "topic.md.j2", TopicPage, make_topics, "Evidence")
