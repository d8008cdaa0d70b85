"""The page of the downloads: the library for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.exports.catalogue import all_exports
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site

FOLDER = "downloads"


@dataclass(frozen=True, slots=True)
class Download:
    """One file and what is in it."""

    file: Link
    summary: str


@dataclass(frozen=True, slots=True)
class DownloadsPage:
    """What the page of the downloads shows."""

    files: tuple[Download, ...]
    licence: Link


def make(site: Site) -> Iterator[Page]:
    """The one page of the downloads."""
    path = f"{FOLDER}/index.md"
    links = Links(site.kb, path)
    files = tuple(Download(links.page(f"{FOLDER}/{e.path}", e.path), e.summary) for e in all_exports())
    licence = site.library.content_licence
    content = DownloadsPage(files, Link(licence.name, licence.url or ""))
    yield Page(path, "Downloads", "The whole library for other programs.", content)


DOWNLOADS = PageType("downloads", "downloads.md.j2", DownloadsPage, make, "Method")
