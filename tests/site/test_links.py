"""The link checker finds what is broken and says nothing of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_kb.site.links import check_links

OTHER = '<h1 id="there">x</h1><a name="old"></a>'


def problems(folder: Path, page: str) -> list[str]:
    (folder / "sub").mkdir()
    (folder / "index.html").write_text(page, "utf-8")
    (folder / "sub/other.html").write_text(OTHER, "utf-8")
    (folder / "sub/index.html").write_text('<a href="../index.html">up</a>', "utf-8")
    (folder / "a b.json").write_text("{}", "utf-8")
    return [broken.target for broken in check_links(folder)]


@pytest.mark.parametrize(
    "good",
    [
        '<a href="sub/other.html#there">x</a>',
        '<a href="sub/other.html#old">x</a>',
        '<a href="sub/">x</a>',
        '<a href="a%20b.json">x</a>',
        '<p id="here"></p><a href="#here">x</a><a href="">x</a>',
        '<a href="https://example.org/x#y">x</a><a href="mailto:a@example.org">x</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<svg><use href="#s"></use><g id="s"></g></svg>',
        '<img src="a%20b.json" srcset="a%20b.json 2x">',
        '<!-- <a href="none.html">x</a> -->',
        '<script>var x = "<a href=none.html>";</script>',
        '<p title="a > b" id="there2"></p><a href="#there2">x</a>',
    ],
)
def test_sound_links_pass(tmp_path: Path, good: str) -> None:
    assert problems(tmp_path, good) == []


@pytest.mark.parametrize(
    ("bad", "target"),
    [
        ('<a href="sub/none.html">x</a>', "sub/none.html"),
        ('<a href="sub/other.html#nowhere">x</a>', "sub/other.html#nowhere"),
        ('<a href="#nowhere">x</a>', "#nowhere"),
        ('<a href="/sub/other.html">x</a>', "/sub/other.html"),
        ('<a href="../index.html">x</a>', "../index.html"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)"),
        ('<a href="data:text/html,x">x</a>', "data:text/html,x"),
        ('<a href="//elsewhere.example/">x</a>', "//elsewhere.example/"),
        ('<img src="https://elsewhere.example/x.png">', "https://elsewhere.example/x.png"),
        ('<script src="https://elsewhere.example/x.js"></script>', "https://elsewhere.example/x.js"),
        ('<link rel="stylesheet" href="https://elsewhere.example/x.css">', "https://elsewhere.example/x.css"),
        ('<p id="a"></p><p id="a"></p>', "#a"),
        ("<a href=none.html>x</a>", "none.html"),
        ("<A HREF='none.html'>x</A>", "none.html"),
        ('<p title="a > b"><a href="none.html?a=1&amp;b=2">x</a></p>', "none.html?a=1&b=2"),
        ('<div>raw\n<a\nhref="none.html">x</a></div>', "none.html"),
    ],
)
def test_a_broken_link_is_found(tmp_path: Path, bad: str, target: str) -> None:
    assert problems(tmp_path, bad) == [target]
