"""What several test files share: the repository's root, the browser and the promise that it was used."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from evidence_kb.site.building import Checked

# A slow machine is no fault of the code under test; HYPOTHESIS_PROFILE=thorough tries more examples.
settings.register_profile("quick", deadline=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=200)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository, with `library.yaml` and `pyproject.toml` in it."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of an installed Chromium; without one the test is skipped, or fails where a browser is required."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("no Chromium on this machine; on Debian the package is chromium")
    return path


@pytest.fixture(scope="session")
def real_library(repository: Path) -> Checked:
    """The repository's own library, read and checked once for all tests."""
    from evidence_kb.site.building import read_and_check
    from evidence_kb.site.mkdocs import Folders

    return read_and_check(Folders(repository, repository / "build"), None)


@pytest.fixture(scope="session")
def real_site(repository: Path, real_library: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The HTML of the repository's own library, built once for all tests."""
    from evidence_kb.site.building import build_site
    from evidence_kb.site.mkdocs import Folders

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    folders = Folders(repository, tmp_path_factory.mktemp("build"))
    build_site(folders, real_library, lambda line: None)
    return folders.site


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped browser test into a failure where `EVIDENCE_KB_REQUIRE_BROWSER` is set, as in CI."""
    report = yield
    required = os.environ.get("EVIDENCE_KB_REQUIRE_BROWSER") == "1"
    if report.skipped and required and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"EVIDENCE_KB_REQUIRE_BROWSER is set, and this test was skipped: {report.longreprtext}"
    return report
