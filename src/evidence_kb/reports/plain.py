"""Text of a library made fit for a terminal, a table or an XML file: on one line, with nothing that steers."""

from __future__ import annotations


def plain(text: str) -> str:
    """The text on one line; characters without a form become the replacement character."""
    return "".join(c if c.isprintable() else " " if c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
