"""A library with an attack in every text: nothing of it runs, leaves, breaks a page or vanishes from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.conftest import Opener, built
from browser.page_types import FIXED

pytestmark = pytest.mark.browser
# The quotes, backslashes and line breaks are written for a YAML text in double quotes.
ATTACKS = {
    "element": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "breakout": "\\\"'--></title></textarea></script></style><svg onload=alert(3)>",
    "markdown": "[x](javascript:alert(4)) ![y](https://evil.example/z.png) {: onclick=alert(5) } {#id} `code` **b**",
    "template": "{{ 7*7 }} {% raw %} ${alert(6)} wzxhzdk:0 &#60;b&#62; &lt;i&gt;",
    "lines": "a\\n\\n<script>alert(7)</script>\\n\\n# heading\\n\\n- list",
}


@pytest.fixture(scope="module", params=sorted(ATTACKS))
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented library with one attack in every text."""
    return built(tmp_path_factory.mktemp("attacked"), f"{ATTACKS[request.param]} ")


def test_nothing_runs_and_nothing_leaves(visit: Opener, attacked: Path) -> None:
    pages = sorted(file.relative_to(attacked).as_posix() for file in attacked.rglob("*.html"))
    moved = {path for path in pages if "<title>Moved</title>" in (attacked / path).read_text("utf-8")}
    records = [path for path in pages if path.split("/")[0] not in ("rules", "downloads") and path not in moved]
    assert set(FIXED) <= set(pages)
    with visit(site=attacked) as seen:
        for path in records:
            seen.open(path)
            assert seen.page.locator("main img[src*='evil'], [onerror], [onload], [onclick]").count() == 0, path
            assert seen.page.locator("a[href^='javascript']").count() == 0, path
            assert seen.page.locator("main script").count() == 0, path


def test_search_and_browse_show_text_only(visit: Opener, attacked: Path) -> None:
    with visit(site=attacked) as seen:
        seen.page.fill("#kb-q", "glimmer")
        seen.page.wait_for_selector("#kb-results li")
        assert seen.page.locator("#kb-results img, #kb-results script, #kb-results svg").count() == 0
        seen.open("claims/index.html")
        seen.page.wait_for_selector(".kb-browse__list li")
        assert seen.page.locator(".kb-browse img, .kb-browse script, .kb-browse svg").count() == 0


def test_the_text_itself_is_shown(visit: Opener, attacked: Path) -> None:
    with visit("claims/ayewell-2020-freedom.html", site=attacked) as seen:
        assert "15 of 30 people on glimmer" in seen.page.inner_text("h1")
        assert "alert(" in seen.page.inner_text("h1") or "7*7" in seen.page.inner_text("h1")
