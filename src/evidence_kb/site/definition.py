"""The whole site as files: a pure function of the library as read, the gate's report, and the templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import evidence_kb.site.pages
from evidence_kb.discovery import instances
from evidence_kb.exports.catalogue import all_exports
from evidence_kb.outputs import OutputFile
from evidence_kb.site.browse_data import browse_data
from evidence_kb.site.feed import atom, site_map
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.pages.downloads import FOLDER as DOWNLOADS
from evidence_kb.site.redirects import redirects
from evidence_kb.site.render import Renderer
from evidence_kb.site.search_index import search_index
from evidence_kb.site.source import Site
from evidence_kb.site.views.status import notice


@cache
def all_page_types() -> tuple[PageType, ...]:
    """Every type of page, sorted by name."""
    return tuple(sorted(instances(evidence_kb.site.pages, PageType), key=lambda kind: kind.name))


def pages(site: Site) -> Iterator[tuple[PageType, Page]]:
    """Every page of the site with its type."""
    for kind in all_page_types():
        for page in kind.make(site):
            yield kind, page


def site_files(site: Site, renderer: Renderer, assets: Iterable[OutputFile] = ()) -> tuple[OutputFile, ...]:
    """Every file of `build/docs`: pages, redirects, exports, and the assets handed in.

    Raises ValueError where two files would have the same path.
    """
    above = notice(site)
    made = list(pages(site))
    found = [OutputFile(page.path, renderer.page(kind, page, above)) for kind, page in made]
    found += [search_index(site.kb), browse_data(site.kb)]
    found += [atom(site), *site_map(site, (page for _, page in made))]
    found += [OutputFile(f"{DOWNLOADS}/{export.path}", export.render(site.kb)) for export in all_exports()]
    found += redirects(site.kb)
    own = {file.path for file in found}
    found += [file for file in assets if file.path not in own]
    return tuple(sorted(found, key=lambda file: file.path))
