"""Whether a quote stands in a text: word for word, with its numbers, signs and order, and if not, where it diverges.

Compared are words and numbers, not characters: a number keeps its sign, its comparison (`<`), its per cent sign and
its range, so that 4.2 is not -4.2, `p > 0.05` not `p < 0.05`, 2-5 not 2.5 and 5 not 15. Case, line breaks, ligatures,
subscripts and the kind of dash do not count; superscripts do (10⁶ is not 106). An ellipsis may leave words out, in
order, but no negation.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MIN_WORDS = 4
MAX_LEFT_OUT = 60
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_SUBSCRIPTS = dict(zip(map(ord, "₀₁₂₃₄₅₆₇₈₉₊₋"), "0123456789+-", strict=True))
_LETTERS = {0xB5: "μ", 0xAD: "", 0x2019: "'", 0x2018: "'", 0x200B: "", 0x2060: "", 0xFEFF: "", 0xB7: ".", 0x22C5: "."}
_LIGATURES = dict(zip(map(ord, "ﬀﬁﬂﬃﬄﬅﬆ"), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_FOLD = {**_DASHES, **_SUBSCRIPTS, **_LETTERS, **_LIGATURES}
_NUMBER = r"\d+(?:[.,]\d+)*|\.\d+"
_TOKEN = re.compile(
    rf"""(?P<number>(?:[<>≤≥=±]=?\s*)?(?:(?<![\w)\]])[-+])?(?:{_NUMBER})(?:(?:-|\s-\s)(?:{_NUMBER}))?[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]*(?:\s?%)?)
    |(?P<word>[^\W\d_]+(?:['-]?\w+)*[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]*)
    |(?P<sign>[<>≤≥±%°])""",
    re.VERBOSE,
)
_ELLIPSIS = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_NEGATION = re.compile(
    r"no|not|none|never|neither|nor|without|cannot|fail(?:s|ed)?|non\w*|\w+n't|lack(?:s|ed)?|unlikely"
)


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The outcome of looking for a quote: `reason` says why it was refused, and is empty where it was found."""

    reason: str = ""

    @property
    def found(self) -> bool:
        """Whether the quote stands in the text."""
        return not self.reason


def check_quote(quote: str, text: str) -> QuoteCheck:
    """Look for a quote in a text. Never raises; the time grows with the product of both lengths at worst."""
    parts = [tokens(part) for part in _ELLIPSIS.split(quote)]
    parts = [part for part in parts if part]
    if sum(len(part) for part in parts) < MIN_WORDS:
        return QuoteCheck(f"it has fewer than {MIN_WORDS} words")
    words = tokens(text)
    for part in parts:
        if not _places(part, words):
            return QuoteCheck(_divergence(part, words))
    return _in_order(parts, words)


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in the form in which they are compared."""
    plain = unicodedata.normalize("NFC", text).translate(_FOLD)
    plain = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", plain)
    found = []
    for match in _TOKEN.finditer(plain):
        token = re.sub(r"\s", "", match[0]).casefold()
        found.append(token if match["number"] else token.replace("-", ""))
    return found


def figures_in(text: str) -> frozenset[str]:
    """Every number of a text without its comparison, sign and per cent sign, and the ends of its ranges."""
    found: set[str] = set()
    for token in tokens(text):
        if any(character.isdigit() for character in token):
            found.update(re.findall(_NUMBER, token))
    return frozenset(found)


def _places(part: list[str], words: list[str]) -> list[int]:
    size = len(part)
    return [at for at in range(len(words) - size + 1) if words[at] == part[0] and words[at : at + size] == part]


def _in_order(parts: list[list[str]], words: list[str]) -> QuoteCheck:
    """Whether the parts between ellipses follow each other with nothing weighty left out between them."""
    ends = {at + len(parts[0]) for at in _places(parts[0], words)}
    problem = ""
    for part in parts[1:]:
        reached: set[int] = set()
        for at in _places(part, words):
            for end in ends:
                left_out = words[end:at]
                if at < end or len(left_out) > MAX_LEFT_OUT:
                    continue
                negation = next((word for word in left_out if _NEGATION.fullmatch(word)), None)
                if negation:
                    problem = f"its ellipsis leaves out “{negation}”"
                else:
                    reached.add(at + len(part))
        if not reached:
            return QuoteCheck(problem or f"“{' '.join(part[:4])}” does not follow what stands before the ellipsis")
        ends = reached
    return QuoteCheck()


def _divergence(part: list[str], words: list[str]) -> str:
    """Where the quote leaves the text: the longest beginning that the text has, and what comes then."""
    best, after = 0, ""
    for at, word in enumerate(words):
        if word != part[0]:
            continue
        size = 0
        while size < len(part) and at + size < len(words) and words[at + size] == part[size]:
            size += 1
        if size > best:
            best, after = size, words[at + size] if at + size < len(words) else ""
    if not best:
        return f"its first word, “{part[0]}”, stands nowhere in the text"
    known = " ".join(part[max(0, best - 4) : best])
    goes_on = f"the text goes on with “{after}”" if after else "the text ends"
    return f"after “{known}” {goes_on}, the quote with “{part[best]}”"
