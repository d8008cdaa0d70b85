"""The one escape is safe in Markdown, in the text of an element and in an attribute, and shows the same text."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.site.escaping import escape, folded

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[click](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "<!-- ", "--> <b>", "]]>", "&lt;script&gt;", "&#60;script&#62;",
    "{: onclick=alert(1) }", "{#id}", "{{ 7*7 }}", "{% include 'x' %}",
    "\u0002wzxhzdk:0\u0003", "\u0002amp\u0003", "*[HTML]: x", "[^1]: note", "[a]: javascript:alert(1)",
    "# heading", "1. list", "- list", "    code", "~~~", "```\ncode", "> quote", "a\n\n<div>", "| a | b |", "***",
    "!!! note", ": definition", "\\<b\\>", "\u202egnp.exe", "a\u2028b", "<http://evil.example>", "</title><script>",
    "http://evil.example", "x@evil.example", "*a* _b_ **c** `d`",
]  # fmt: skip
EXTENSIONS = ["attr_list", "tables", "toc", "def_list", "admonition", "footnotes", "abbr", "md_in_html", "fenced_code"]


class Seen(HTMLParser):
    """The elements, attributes and text of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(template: str, text: str) -> Seen:
    return Seen(markdown.markdown(template.replace("@", escape(text)), extensions=EXTENSIONS))


@pytest.mark.parametrize("text", ATTACKS)
def test_in_a_paragraph(text: str) -> None:
    seen = shown("@", text)
    assert [tag for tag, _ in seen.tags] in (["p"], [])
    assert seen.text.strip() == folded(text)


@pytest.mark.parametrize("text", ATTACKS)
def test_in_an_element_and_an_attribute(text: str) -> None:
    seen = shown('<div class="x">\n<p title="@">@</p>\n</div>', text)
    assert seen.tags == [("div", (("class", "x"),)), ("p", (("title", folded(text)),))]
    assert seen.text.strip() == folded(text)


@pytest.mark.parametrize("text", ATTACKS)
def test_in_a_heading(text: str) -> None:
    seen = shown("# Before @ after {: #fixed }", text)
    assert seen.tags == [("h1", (("id", "fixed"),))]
    assert " ".join(seen.text.split()) == " ".join(f"Before {folded(text)} after".split())


@given(st.text(max_size=60))
def test_any_text_shows_as_itself(text: str) -> None:
    marked = str(escape(text))
    assert html.unescape(marked) == folded(text)
    assert not set("<>\"'`*_[]{}|\\") & set(marked)
    assert shown('<p title="@">@</p>', text).tags == [("p", (("title", folded(text)),))]
