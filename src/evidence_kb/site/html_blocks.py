"""Carries the HTML of a page through Markdown unread: parsing it takes most of the time of `mkdocs build`.

Pages are headings in Markdown with HTML between them. Markdown would read all HTML, find that it is to stay as it is,
and MkDocs would read it once more for its ids; the link checker reads what comes out of it anyway.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BLANK = re.compile(r"\n(?:[ \t]*\n)+")
HEADING = re.compile(r"(?:\A|(?<=\n\n))(#{1,6} [^\n]*)(?=\n\n|\Z)")
OPENING = re.compile(r"<([a-z][a-z0-9]*)[\s>]")
# Pages made by templates begin with it; what people wrote by hand may mix HTML and Markdown in one paragraph.
NOTICE = '<aside class="kb-notice"'
# After white space and control characters are put in order (30), before MkDocs (21) and Markdown (20) read the HTML.
PRIORITY = 25


class HtmlBlocks(Extension):  # type: ignore[misc]
    """Sets aside the HTML of generated pages that are nothing but headings and HTML; others are left to Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        md.preprocessors.register(_SetAside(md), "html-blocks", PRIORITY)


class _SetAside(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).strip("\n")
        if not text.startswith(NOTICE):
            return lines
        # Headings stand at the odd places, and what lies between them at the even ones.
        parts = [part.strip("\n") for part in HEADING.split(text)]
        if not all(self._is_html(part) for part in parts[::2] if part):
            return lines
        parts[::2] = [self.md.htmlStash.store(part) if part else "" for part in parts[::2]]
        return "\n\n".join(parts).split("\n")

    def _is_html(self, part: str) -> bool:
        opening = OPENING.match(part)
        return (
            opening is not None
            and self.md.is_block_level(opening[1])
            and all(chunk.startswith("<") and chunk.endswith(">") for chunk in BLANK.split(part))
        )
