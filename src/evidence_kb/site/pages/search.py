"""The page of the search: results as one types, and the lists that stand in for it without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page of the search shows."""

    lists: tuple[Link, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the search."""
    path = "search.md"
    links = Links(site.kb, path)
    lists = (
        links.page("questions/index.md", "All questions"),
        links.page("safety.md", "Can I give it to or with …?"),
        links.page("claims/index.md", "All claims"),
        links.page("sources/index.md", "All sources"),
        links.page("glossary.md", "Glossary"),
    )
    yield Page(path, "Search", "Search questions, treatments, claims and sources.", SearchPage(lists))


SEARCH = PageType("search", "search.md.j2", SearchPage, make)
