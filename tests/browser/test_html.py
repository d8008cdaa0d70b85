"""One built page of each type is HTML without a parse error, and no block stands where only text may."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browser.page_types import sample_pages

pytestmark = pytest.mark.browser
XHTML = "{http://www.w3.org/1999/xhtml}"
# Elements whose content model is phrasing content, and some that are none.
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
PHRASING = HEADINGS | {"b", "button", "cite", "code", "dt", "em", "i", "label", "p", "pre", "small", "span", "strong"}
BLOCKS = HEADINGS | {"article", "details", "div", "dl", "figure", "ol", "p", "pre", "section", "table", "ul"}


def problems(text: str) -> list[str]:
    """Parse errors by line, then blocks inside phrasing content."""
    html5lib = pytest.importorskip("html5lib")
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    tree = parser.parse(text)
    found = [f"line {line}: {code} {data}" for (line, _), code, data in parser.errors]
    return found + list(misplaced(tree, None))


def misplaced(element: Any, inside: str | None) -> list[str]:
    """Blocks below an element that may hold text only; `a` and `ins` pass on what their parent may hold."""
    name = str(element.tag).removeprefix(XHTML)
    found = [f"<{name}> inside <{inside}>"] if inside and name in BLOCKS else []
    within = name if name in PHRASING else inside if name in {"a", "ins", "del"} else None
    for child in element:
        found += misplaced(child, within)
    return found


def test_every_page_type(small_site: Path, real_site: Path) -> None:
    for site in (small_site, real_site):
        for path in sample_pages(site):
            assert problems((site / path).read_text("utf-8")) == [], path


@pytest.mark.parametrize(
    "broken", ["<p><div>x</div></p>", "<ul></span></ul>", '<b id="a" id="b">x</b>', "<h2><ul><li>x</ul></h2>"]
)
def test_what_is_broken_is_found(broken: str) -> None:
    assert problems(f"<!doctype html><html lang=en><head><title>x</title></head><body>{broken}</body></html>")
