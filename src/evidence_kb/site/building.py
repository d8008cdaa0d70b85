"""From a library on disk to its site: read, check, write the Markdown, build the HTML, check its links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_kb.gate import Report, check
from evidence_kb.loading.library import Loaded, load
from evidence_kb.outputs import Written, write
from evidence_kb.site.assets import assets
from evidence_kb.site.definition import site_files
from evidence_kb.site.history import read_history
from evidence_kb.site.mkdocs import Folders, build_html
from evidence_kb.site.render import Renderer, template_folders
from evidence_kb.site.source import Site

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """A library as it was read, with the gate's report."""

    loaded: Loaded
    report: Report


def read_and_check(folders: Folders, as_of: str | None) -> Checked:
    """Read the library and run the gate. Raises LibraryNotFound."""
    loaded = load(folders.library)
    return Checked(loaded, check(loaded, as_of=as_of))


def write_markdown(folders: Folders, checked: Checked, workers: int = 1) -> Written:
    """Write the pages, the exports and the assets into `docs`. Raises ValueError without a readable library.yaml."""
    site = Site(checked.loaded, checked.report, read_history(folders.library))
    searched = template_folders(folders.library)
    own = assets(searched, folders.library / "docs")
    return write(site_files(site, Renderer(searched), own, workers), folders.docs)


def build_site(folders: Folders, checked: Checked, say: Say, workers: int = 1) -> int:
    """Make the whole site; returns the number of pages. Raises as `write_markdown` and `build_html` do."""
    library = Site(checked.loaded, checked.report).library
    say("Writing the pages …")
    written = write_markdown(folders, checked, workers)
    say(f"{written.changed} files changed, {written.unchanged} as they were, {written.removed} removed.")
    say("Building the site with MkDocs and checking its links …")
    return build_html(folders, library.title, library.address, workers)
