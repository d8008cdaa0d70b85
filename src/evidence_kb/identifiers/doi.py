"""Digital object identifiers, old SICI names among them: 10.<registrant>/<suffix>, compared without regard to case."""

from __future__ import annotations

import re
from urllib.parse import unquote

from evidence_kb.identifiers import pasting
from evidence_kb.identifiers.outcome import Normalised, Outcome, Refused, shown

_RESOLVER = re.compile(r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org|hdl\.handle\.net)(?::(?:80|443))?/", re.IGNORECASE)
_LABEL = re.compile(r"info:doi/|urn:doi:|doi(?: name)?(?=[\s:=.]|10\.)[\s:=.]{0,8}", re.IGNORECASE)
_PUBMED_TAG = re.compile(r"\s{1,8}\[doi\]\Z", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/(?P<suffix>.+)", re.DOTALL)
_INSIDE = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/\S+")
_SHORT = re.compile(r"10/[a-z0-9]{1,20}", re.IGNORECASE)
_PAGE_TAIL = re.compile(r"/(?:full|abstract|pdf|epdf|fulltext|html|meta|tables|summary)\Z", re.IGNORECASE)
_TRACKING = re.compile(r"\?[A-Za-z_]{1,40}=")
_SICI_END = re.compile(r";2-\Z")
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TRAILING = frozenset(".,;:!?/'\"*\u2019\u201d\u00bb")
_CURLY = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
# The DOI system folds the 26 Latin letters only: str.lower() would also change letters that it tells apart.
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_FORM = "a DOI is “10.”, four to nine digits, a slash and a suffix, such as 10.1000/182"


def normalise_doi(given: str) -> Outcome:
    """The DOI in lower case and without resolver, label, percent-encoding or pasted punctuation.

    Brackets at the end stay where they are balanced. White space and typographic dashes inside are refused, not
    mended: what stood there cannot be known.
    """
    bare = _bare(given)
    if bare is None:
        return Refused("DOI", given, f"{shown(given)} is percent-encoded in a way that is not UTF-8.")
    fault = _fault(bare)
    if fault is None:
        return Normalised("DOI", given, bare.translate(_LOWER))
    return Refused("DOI", given, f"{shown(given)} is not a DOI: {fault}.", _suggestion(given))


def _bare(given: str) -> str | None:
    """What is left without wrapping, prefixes, encoding and tail; None where the encoding is broken."""
    text = pasting.trimmed(pasting.unescaped(given), frozenset(",;!."))
    text = _PUBMED_TAG.sub("", text)
    for _ in range(4):
        resolver, label = _RESOLVER.match(text), _LABEL.match(text)
        if resolver is not None:
            text = _without_query(text[resolver.end() :].lstrip())
        elif label is not None:
            text = pasting.trimmed(text[label.end() :], frozenset())
        else:
            break
    try:
        return _without_tail(unquote(text, errors="strict"))
    except UnicodeDecodeError:
        return None


def _without_query(text: str) -> str:
    """The path of an address; a `#` right after `;2-` is the check character of a SICI, not a fragment."""
    path = text.partition("?")[0]
    before, mark, after = path.partition("#")
    return path if mark and not after and _SICI_END.search(before) else before


def _without_tail(text: str) -> str:
    """The text without punctuation and unbalanced closing brackets at its end, in one pass."""
    surplus = {closer: text.count(closer) - text.count(opener) for closer, opener in _CLOSERS.items()}
    end = len(text)
    while end:
        last = text[end - 1]
        if last in _TRAILING or pasting.is_blank(last):
            end -= 1
        elif surplus.get(last, 0) > 0:
            surplus[last] -= 1
            end -= 1
        else:
            break
    return text[:end]


def _fault(bare: str) -> str | None:
    """What keeps the text from being a DOI, or None."""
    if pasting.is_address(bare):
        return "it is the address of a page that is not doi.org"
    if any(pasting.is_blank(character) for character in bare):
        return "it has a blank or an invisible character inside"
    if _SHORT.fullmatch(bare):
        return "it is a shortDOI; give the full DOI that it stands for"
    match = _DOI.fullmatch(bare)
    if match is None or not any(character.isalnum() for character in match["suffix"]):
        return _FORM
    if _typed(bare) != bare:
        return "it has a typographic dash or quotation mark where the DOI has the plain character"
    if _TRACKING.search(bare):
        return "it carries the query of an address (everything from the question mark on)"
    return None


def _typed(text: str) -> str:
    """The text as a keyboard writes it: plain hyphens and quotation marks."""
    return pasting.plain_hyphens(text).translate(_CURLY)


def _suggestion(given: str) -> str | None:
    """The DOI that was most likely meant, where only one can have been."""
    words = "".join(" " if pasting.is_blank(character) else character for character in unquote(given)).split()
    text = _typed(" ".join(words))
    if len(words) == 2 and (words[0][-1] in "/.-(:" or words[1][0] in "/.-):"):
        text = _typed("".join(words))
    elif len(words) == 2 and words[1].isdigit():
        return None
    found = _INSIDE.search(text)
    if found is None:
        return None
    candidate = _PAGE_TAIL.sub("", _without_tail(found[0].partition("?")[0].partition("#")[0]))
    return candidate.translate(_LOWER) if _fault(candidate) is None else None
