"""Builds the HTML from the Markdown with MkDocs, strictly, into a folder of its own, and swaps it in whole."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

from evidence_kb.site.links import BrokenLink, check_links
from evidence_kb.site.render import packaged_templates

CONFIG = "mkdocs.yml"


class SiteNotBuilt(Exception):  # noqa: N818 - the name says what happened
    """The HTML could not be built, or has broken links; the former site stands."""

    def __init__(self, message: str, broken: tuple[BrokenLink, ...] = ()) -> None:
        super().__init__(message)
        self.broken = broken


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the library, the Markdown and the HTML are; all inside `output` but the library."""

    library: Path
    output: Path

    @property
    def docs(self) -> Path:
        """The generated Markdown."""
        return self.output / "docs"

    @property
    def site(self) -> Path:
        """The HTML."""
        return self.output / "site"

    @property
    def preview(self) -> Path:
        """The HTML of the preview."""
        return self.output / "preview"

    @property
    def config(self) -> Path:
        """The library's own mkdocs.yml, or that of the package."""
        own = self.library / CONFIG
        return own if own.is_file() else packaged_templates() / CONFIG


def build_html(folders: Folders, title: str, address: str | None, workers: int = 1) -> int:
    """Build the HTML of `folders.docs`, check its links, and put it in the place of the former site.

    Returns the number of pages. Raises SiteNotBuilt where MkDocs warns of anything or a link is broken.
    """
    fresh = folders.output / "site.new"
    shutil.rmtree(fresh, ignore_errors=True)
    _run(folders, fresh, title, address, dirty=False)
    broken = check_links(fresh, workers)
    if broken:
        raise SiteNotBuilt(f"{len(broken)} broken links in {fresh}", broken)
    former = folders.output / "site.old"
    shutil.rmtree(former, ignore_errors=True)
    if folders.site.exists():
        folders.site.rename(former)
    fresh.rename(folders.site)
    shutil.rmtree(former, ignore_errors=True)
    return sum(1 for _ in folders.site.rglob("*.html"))


def build_preview(folders: Folders, title: str, *, dirty: bool) -> int:
    """Build the HTML for the preview; `dirty` builds only pages whose Markdown changed. Raises SiteNotBuilt."""
    _run(folders, folders.preview, title, None, dirty=dirty)
    return sum(1 for _ in folders.preview.rglob("*.html"))


def _run(folders: Folders, target: Path, title: str, address: str | None, *, dirty: bool) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from evidence_kb.site.html_blocks import HtmlBlocks

    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = load_config(
            str(folders.config),
            docs_dir=str(folders.docs.resolve()),
            site_dir=str(target.resolve()),
            site_name=title,
            site_url=address or "",
            strict=not dirty,
        )
        config.markdown_extensions.append(HtmlBlocks())
        config.validation.links.anchors = logging.DEBUG  # the link checker checks them in the HTML
        config.plugins.on_startup(command="build", dirty=dirty)
        build(config, dirty=dirty)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        raise SiteNotBuilt("\n".join([*warnings.messages, str(error)])) from error
    finally:
        logger.removeHandler(warnings)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, so that the reason of a failure can be told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
