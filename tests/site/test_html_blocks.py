"""HTML that is carried through Markdown unread comes out as Markdown would have left it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from evidence_kb.gate import check
from evidence_kb.loading.library import load_files
from evidence_kb.site.definition import site_files
from evidence_kb.site.html_blocks import NOTICE, HtmlBlocks
from evidence_kb.site.render import Renderer, template_folders
from evidence_kb.site.source import Site
from site_library import FOLDER, library

EXTENSIONS = ("attr_list", "tables", "toc")
ABOVE = f"{NOTICE}><p>It says what it is.</p></aside>\n\n"
PAGE = f"""\
{ABOVE}# A *page* {{: #top }}

<p class="a">It says *this*, and `that` & 1 &lt; 2.</p>

## Part {{: #part }}

<div>
<p>One</p>

<pre>
# no heading
</pre>

<p>Two</p>
</div>

<ul><li>Three</li></ul>
"""
LEFT_TO_MARKDOWN = (
    "# A page\n\nA paragraph with *emphasis*.",
    "# A page\n\n<p>HTML</p>\n\nand a paragraph with *emphasis*.",
    "<p>HTML</p>\nand *more*",
    "<b>bold</b> at the start of a paragraph, <i>not a block</i>",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "    <p>code</p>",
    "Title\n=====\n\n<p>HTML</p>",
    "# A page\n<p>below its heading</p>",
    "<https://example.org>",
)


def converted(text: str, *more: HtmlBlocks) -> str:
    return str(Markdown(extensions=[*EXTENSIONS, *more]).convert(text))


def same(text: str) -> bool:
    """Whether the page is the same with and without, but for white space between tags."""
    plain, quick = (re.sub(r">\s+<", "><", each) for each in (converted(text), converted(text, HtmlBlocks())))
    return plain == quick


def is_set_aside(text: str) -> bool:
    markdown = Markdown(extensions=[*EXTENSIONS, HtmlBlocks()])
    lines = text.split("\n")
    set_aside: list[str] = markdown.preprocessors["html-blocks"].run(lines)
    return set_aside != lines


def test_headings_are_read_and_html_is_not() -> None:
    assert is_set_aside(PAGE)
    assert same(PAGE)
    assert '<h2 id="part">Part</h2>' in converted(PAGE, HtmlBlocks())


@pytest.mark.parametrize("text", LEFT_TO_MARKDOWN)
def test_a_page_with_other_markdown_is_left_alone(text: str) -> None:
    page = f"{ABOVE}# Top\n\n{text}"
    assert not is_set_aside(page)
    assert converted(page) == converted(page, HtmlBlocks())


def test_what_people_wrote_by_hand_is_left_alone() -> None:
    mixed = "<p>HTML</p> and *more*\n<br>"
    assert not is_set_aside(mixed)
    assert converted(mixed) == converted(mixed, HtmlBlocks())


INLINE = st.sampled_from(["text", "*a*", "# b", "{: #c }", "[d](e.md)", "&amp;", "1 &lt; 2", "`f`", "<b>g</b>", "<br>"])
HTML = st.recursive(
    st.lists(INLINE, min_size=1, max_size=3).map(lambda parts: f"<p>{' '.join(parts)}</p>"),
    lambda inner: st.tuples(
        st.sampled_from(["div", "section", "aside", "details"]),
        st.sampled_from(["", "\n", "\n\n"]),
        st.lists(inner, min_size=1, max_size=3),
    ).map(lambda made: f"<{made[0]}>{made[1]}{made[1].join(made[2])}{made[1]}</{made[0]}>"),
    max_leaves=6,
)
PRE = st.sampled_from(["<pre>\n# a\n</pre>", "<pre><b>a</b>\n\n\n<b>b</b></pre>", "<pre>\n\n# a\n\n</pre>"])
HEADING = st.tuples(st.sampled_from(["# ", "## "]), INLINE, st.sampled_from(["", " {: #id }"])).map("".join)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=3).map(lambda parts: "So " + " ".join(parts))


@given(st.lists(HTML | PRE | HEADING, max_size=6).map("\n\n".join))
def test_any_page_of_headings_and_html_comes_out_the_same(text: str) -> None:
    assert same(ABOVE + text)


@given(st.lists(HTML | PRE | HEADING | PARAGRAPH, max_size=6).map("\n\n".join))
def test_any_page_with_paragraphs_too_comes_out_the_same(text: str) -> None:
    assert same(ABOVE + text)


@pytest.mark.parametrize("mark", ["", "*x* {: #z } <b> [v](u) ` \\n\\n# y\\n\\n- z "])
def test_every_page_that_is_generated_is_set_aside(mark: str) -> None:
    loaded = load_files(library(mark))
    made = site_files(Site(loaded, check(loaded)), Renderer(template_folders(FOLDER)))
    pages = {file.path: file.content.decode().split("\n---\n", 1)[1] for file in made if file.path.endswith(".md")}
    assert len(pages) > 100
    assert [path for path, text in pages.items() if not is_set_aside(text)] == []
    assert [path for path, text in sorted(pages.items())[::7] if not same(text)] == []
