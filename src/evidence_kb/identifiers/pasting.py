"""What clings to identifiers that were pasted: blanks, quotes, brackets, labels, full stops, addresses around them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WRAPPERS = {"<": ">", "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»"}
_TRAILING = frozenset(".,;:!")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))
_MAX_LABELS = 4
# Hyphen, non-breaking hyphen, figure dash, en dash, em dash, horizontal bar, minus; then the spaces that print numbers.
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def is_blank(character: str) -> bool:
    """Whether a character leaves no mark: white space, control characters, zero-width signs, unassigned code points."""
    return unicodedata.category(character)[0] in "ZC"


def trimmed(text: str, punctuation: frozenset[str] = _TRAILING) -> str:
    """The text without blanks and punctuation at its ends and without brackets or quotes around the whole of it."""
    start, end = 0, len(text)
    while start < end:
        if is_blank(text[start]):
            start += 1
        elif is_blank(text[end - 1]) or text[end - 1] in punctuation:
            end -= 1
        elif end - start > 1 and _WRAPPERS.get(text[start]) == text[end - 1]:
            start, end = start + 1, end - 1
        else:
            break
    return text[start:end]


def plain_hyphens(text: str) -> str:
    """The text with typographic dashes written as hyphens."""
    return text.translate(_HYPHENS)


def plain_separators(text: str) -> str:
    """The text with typographic dashes and fixed spaces written as a typist would."""
    return text.translate(_HYPHENS).translate(_SPACES)


def unescaped(text: str) -> str:
    """The text with the four character references that copying out of a page's source leaves behind replaced."""
    for reference, character in _ENTITIES:
        text = text.replace(reference, character)
    return text


def without_labels(text: str, labels: tuple[str, ...]) -> str:
    """The text without labels such as `PMID:` before it, in any case; longer labels must stand before shorter ones."""
    for _ in range(_MAX_LABELS):
        lowered = text.lower()
        label = next((label for label in labels if lowered.startswith(label)), None)
        if label is None:
            break
        text = text[len(label) :].lstrip(" \t\u00a0:=#,.")
    return text


@dataclass(frozen=True, slots=True)
class Link:
    """A web address taken apart as far as an identifier in it asks for; `segments` are the parts of its path."""

    host: str
    segments: tuple[str, ...]
    query: str


def as_link(text: str, hosts: frozenset[str]) -> Link | None:
    """The text as an address on one of these hosts (without `www.`), with or without a scheme; otherwise None."""
    scheme = _SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    address, _, query = rest.partition("#")[0].partition("?")
    host, _, path = address.partition("/")
    host = host.lower().removeprefix("www.")
    if host not in hosts:
        return None
    return Link(host, tuple(segment for segment in path.split("/") if segment), query)


def opened(text: str, hosts: frozenset[str], labels: tuple[str, ...]) -> Link | str:
    """The text without its labels, as a link where it is an address on one of the hosts.

    The address is tried first, since some labels are the beginning of a host.
    """
    link = as_link(text, hosts)
    if link is None:
        text = trimmed(without_labels(text, labels))
        link = as_link(text, hosts)
    return link or text


def is_address(text: str) -> bool:
    """Whether the text begins as a web address does."""
    return _SCHEME.match(text) is not None
