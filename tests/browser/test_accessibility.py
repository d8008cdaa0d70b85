"""No page type breaks a rule of WCAG 2.2 AA that a machine can see: light, dark, phone, desktop, search open."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.conftest import Opener
from browser.page_types import FIXED, sample_pages

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: object) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"preload": False, "runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"][:3]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_type(visit: Opener, small_site: Path, scheme: str, width: int) -> None:
    with visit(site=small_site, width=width, scheme=scheme) as seen:
        for path in sample_pages(small_site):
            seen.open(path)
            assert violations(seen.page) == [], f"{path} at {width} in {scheme}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_real_pages(visit: Opener, scheme: str) -> None:
    for path in ("index.html", "questions/acute-migraine-magnesium-v-placebo.html", "claims/index.html"):
        with visit(path, scheme=scheme) as seen:
            seen.page.wait_for_timeout(100)
            assert violations(seen.page) == [], f"{path} in {scheme}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_search_open(visit: Opener, scheme: str) -> None:
    with visit("index.html", scheme=scheme) as seen:
        seen.page.fill("#kb-q", "magnesium")
        seen.page.wait_for_selector("#kb-results li")
        seen.page.keyboard.press("ArrowDown")
        assert violations(seen.page) == []


def test_nothing_is_wider_than_a_phone(visit: Opener, real_site: Path) -> None:
    with visit(width=360) as seen:
        for path in sample_pages(real_site):
            seen.open(path)
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_samples_hold_every_fixed_page() -> None:
    assert {"safety.html", "compare.html", "search.html", "claims/index.html"} <= set(FIXED)
