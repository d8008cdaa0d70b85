"""What the search knows of one page: its words with their weights, as typed words are compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_SAYING_NOTHING = """
    a an and are as at be by can do does for from give has how i if in into is it its my not of on or than that the to
    was were what which with
"""
STOP = tuple(_SAYING_NOTHING.split())
_STOP = frozenset(STOP)
_WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")


@dataclass(slots=True)
class Document:
    """A page, or a part of one, that the search can find; `below` is shown under its title."""

    kind: str
    title: str
    address: str
    below: str
    words: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, text: str, weight: int) -> None:
        """Add the words of a text; a word that stands in several texts keeps its greatest weight."""
        for word in words(text):
            self.words[word] = max(self.words[word], weight)


def words(text: str) -> Iterator[str]:
    """The words of a text as the index keeps them: lower case, without accents, plural s and words that say nothing."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss")).encode("ascii", "ignore").decode()
    for word in _WORD.findall(plain):
        if word not in _STOP:
            yield stem(word)


def stem(word: str) -> str:
    """The word without a plural s; the script that searches does the same."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def address(path: str, anchor: str = "") -> str:
    """Where a page is on the site, from its Markdown path."""
    return path.removesuffix(".md") + ".html" + (f"#{anchor}" if anchor else "")
