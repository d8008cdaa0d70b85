"""The page of the method: how the library was made, what its words mean, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.grading import SYMBOLS, WORDS
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.words import CERTAINTY_MEANING, day


@dataclass(frozen=True, slots=True)
class Level:
    """A level of certainty and what it means."""

    symbol: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """What the page of the method shows."""

    search: str
    notice: str
    as_of: str
    levels: tuple[Level, ...]
    windows: tuple[tuple[str, str], ...]
    glossary: Link
    rules: Link
    checks: Link
    downloads: Link
    licence: Link
    contact: str


def make(site: Site) -> Iterator[Page]:
    """The one page of the method."""
    path, library = "method.md", site.library
    links = Links(site.kb, path)
    windows = library.review_windows
    content = MethodPage(
        search=library.search,
        notice=library.notice,
        as_of=day(site.as_of),
        levels=tuple(Level(SYMBOLS[key], WORDS[key], meaning) for key, meaning in CERTAINTY_MEANING.items()),
        windows=(
            ("Guidelines", f"{windows.guideline} months"),
            ("Labels, warnings, regimens", f"{windows.label} months"),
            ("Reviews and questions", f"{windows.review} months"),
            ("Results of single studies", f"{windows.trial} months"),
            ("Mechanisms and background", f"{windows.mechanism} months"),
        ),
        glossary=links.page("glossary.md", "glossary"),
        rules=links.page("rules/index.md", "rules"),
        checks=links.page("checks.md", "checks"),
        downloads=links.page("downloads/index.md", "downloads"),
        licence=Link(library.content_licence.name, library.content_licence.url or ""),
        contact=library.contact or "",
    )
    yield Page(path, "Method", "How this library is made, what its words mean, and what it is not.", content)


METHOD = PageType("method", "method.md.j2", MethodPage, make, "Method")
