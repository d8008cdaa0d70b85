"""Numbers in running text: digits with raised dots, minus signs and thousands, and small numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS: dict[str, int] = {word: value for value, word in enumerate((*SMALL, *TEENS))}
WORDS |= {word: 10 * (place + 2) for place, word in enumerate(TENS)}
WORDS |= {"half": 50, "once": 1, "twice": 2, "thrice": 3, "dozen": 12}

_DIGITS = re.compile(
    r"(?<![A-Za-z\d.,])(?<![A-Za-z]-)(?P<number>\d{1,3}(?:[,\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![A-Za-z]*\d)"
)
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
_TRANSLATION = str.maketrans({"\u00b7": ".", "\u2219": ".", "\u2212": "-", "\u2013": "-", "\u2011": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class TextNumber:
    """One number of a text: its value without sign, the characters, and where they begin."""

    value: Fraction
    text: str
    at: int
    in_words: bool = False


def normalised(text: str) -> str:
    """The text with plain dots, hyphens and spaces; its length does not change."""
    return text.translate(_TRANSLATION)


def numbers(text: str) -> Iterator[TextNumber]:
    """Every number written in digits; digits inside a name (PROMISE-2, CYP3A4, B12) are none."""
    plain = normalised(text)
    for match in _DIGITS.finditer(plain):
        digits = re.sub(r"[,\u2009\u202f]", "", match["number"])
        yield TextNumber(Fraction(f"0{digits}" if digits.startswith(".") else digits), match[0], match.start())


def word_numbers(text: str) -> Iterator[TextNumber]:
    """Every small number written as a word."""
    for match in _WORD.finditer(text):
        yield TextNumber(Fraction(WORDS[match[0].lower()]), match[0], match.start(), in_words=True)


@lru_cache(maxsize=16384)
def all_numbers(text: str) -> frozenset[Fraction]:
    """The values of all numbers of a text, in digits or words."""
    return frozenset(number.value for number in (*numbers(text), *word_numbers(text)))
