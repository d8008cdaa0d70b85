"""The Atom feed of the changes (RFC 4287) and the site map, both with relative addresses where the site has none."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from evidence_kb.outputs import OutputFile
from evidence_kb.site.addresses import Links
from evidence_kb.site.escaping import folded
from evidence_kb.site.pages.changes import view
from evidence_kb.site.source import Site

ATOM = "http://www.w3.org/2005/Atom"


def atom(site: Site) -> OutputFile:
    """One entry a change, newest first; the feed's own date is that of the library where nothing changed."""
    library = site.library
    base = (library.address or "").rstrip("/")
    root = f"{base}/" if base else ""
    updated = site.history[0].date if site.history else _day(site.as_of)
    links = Links(site.kb, "changes.md")
    entries = []
    for change in site.history:
        shown = view(change, links)
        summary = "; ".join(
            f"{name}: {', '.join(link.text for link in group)}{f' {more}' if more else ''}"
            for name, group, more in shown.groups
        )
        entries.append(
            f"<entry><id>urn:sha1:{_text(change.commit)}</id><title>{_text(change.subject)}</title>"
            f"<updated>{_day(change.date)}T00:00:00Z</updated>"
            f'<link href="{_text(root)}changes.html"/><summary>{_text(summary)}</summary></entry>'
        )
    feed = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{ATOM}">'
        f"<id>{_text(root) or 'urn:evidence-kb:changes'}</id>"
        f"<title>{_text(library.title)}</title><updated>{_day(updated)}T00:00:00Z</updated>"
        f"<author><name>{_text(library.title)}</name></author>"
        f'<link rel="self" href="{_text(root)}changes.atom"/>{"".join(entries)}</feed>\n'
    )
    return OutputFile("changes.atom", feed.encode())


def site_map(site: Site, pages: Iterable[str]) -> tuple[OutputFile, ...]:
    """The addresses of all pages, one a line; only where the library has a public address."""
    if not site.library.address:
        return ()
    base = site.library.address.rstrip("/")
    lines = sorted(f"{base}/{page.removesuffix('.md')}.html" for page in pages)
    return (OutputFile("sitemap.txt", "".join(f"{line}\n" for line in lines).encode()),)


def _day(date: str) -> str:
    return f"{date}-01-01"[:10]


def _text(text: str) -> str:
    return escape(folded(text))
