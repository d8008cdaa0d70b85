"""The whole site as files: a pure function of the library as read, the gate's report, and the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

import evidence_kb.site.pages
from evidence_kb.discovery import instances
from evidence_kb.exports.catalogue import all_exports
from evidence_kb.exports.export import Export
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.outputs import OutputFile
from evidence_kb.site.browse_data import browse_data
from evidence_kb.site.feed import atom, site_map
from evidence_kb.site.page import PageType
from evidence_kb.site.pages.downloads import FOLDER as DOWNLOADS
from evidence_kb.site.redirects import redirects
from evidence_kb.site.render import Renderer
from evidence_kb.site.search_index import search_index
from evidence_kb.site.source import Site
from evidence_kb.site.views.status import notice
from evidence_kb.spreading import spread


@cache
def all_page_types() -> tuple[PageType, ...]:
    """Every type of page, sorted by name."""
    return tuple(sorted(instances(evidence_kb.site.pages, PageType), key=lambda kind: kind.name))


def site_files(
    site: Site, renderer: Renderer, assets: Iterable[OutputFile] = (), workers: int = 1
) -> tuple[OutputFile, ...]:
    """Every file of `build/docs`: pages, redirects, exports, and the assets handed in.

    Exports and kinds of pages are shared out among so many processes. Raises ValueError where two files would have the
    same path.
    """
    above = notice(site)

    def pages(kind: PageType) -> list[OutputFile]:
        return [OutputFile(page.path, renderer.page(kind, page, above)) for page in kind.make(site)]

    data: list[Callable[[], list[OutputFile]]] = [partial(_exported, export, site.kb) for export in all_exports()]
    data += [lambda: [search_index(site.kb)], lambda: [browse_data(site.kb)], lambda: [atom(site)]]
    parts: list[Callable[[], list[OutputFile]]] = [*data, *(partial(pages, kind) for kind in all_page_types())]
    found = [file for made in spread(_made, parts, workers) for file in made]
    found += site_map(site, (file.path for file in found if file.path.endswith(".md")))
    found += redirects(site.kb)
    own = {file.path for file in found}
    found += [file for file in assets if file.path not in own]
    return tuple(sorted(found, key=lambda file: file.path))


def _made(part: Callable[[], list[OutputFile]]) -> list[OutputFile]:
    return part()


def _exported(export: Export, kb: KnowledgeBase) -> list[OutputFile]:
    return [OutputFile(f"{DOWNLOADS}/{export.path}", export.render(kb))]
