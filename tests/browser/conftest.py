"""A real browser for these tests, and what it must never do: ask anybody, complain, or run what a record says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from evidence_kb.site.building import build_site, read_and_check
from evidence_kb.site.mkdocs import Folders
from site_library import library

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """One Chromium for all tests."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented library: every type of page, all of them short."""
    return built(tmp_path_factory.mktemp("small"))


def built(root: Path, mark: str = "") -> Path:
    """The HTML of the invented library with a mark in every text."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for file in library(mark):
        target = root / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.raw)
    folders = Folders(root, root / "build")
    build_site(folders, read_and_check(folders, None), lambda line: None)
    return folders.site


class Visit:
    """An open page of the site on disk, with everything that it asked for and complained of."""

    def __init__(self, page: Any, site: Path) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        page.on("console", lambda message: self._console(message))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self._failed(request))
        page.on("request", lambda request: self._request(request))
        page.on("dialog", lambda dialog: self._dialog(dialog))

    def open(self, path: str) -> Visit:
        """Go to a page of the site."""
        self.page.goto((self.site / path.partition("#")[0]).as_uri() + path[len(path.partition("#")[0]) :])
        return self

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site.as_uri(), "data:image/svg+xml")):
            self.complaints.append(f"asked for {request.url}")

    def _failed(self, request: Any) -> None:
        """A load that the next click cut short is no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


Opener = Callable[..., Any]


@pytest.fixture
def visit(browser: Any, real_site: Path) -> Opener:
    """`with visit(width=360, touch=True) as seen:` a fresh window; afterwards nothing must have been complained of."""

    @contextmanager
    def opened(
        path: str = "index.html",
        *,
        width: int = 1280,
        scheme: str = "light",
        touch: bool = False,
        script: bool = True,
        site: Path = real_site,
    ) -> Iterator[Visit]:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, has_touch=touch, java_script_enabled=script
        )
        seen = Visit(context.new_page(), site)
        try:
            yield seen.open(path)
            assert not seen.complaints
        finally:
            context.close()

    return opened
