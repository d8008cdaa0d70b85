"""Durations in text as minutes, so that `2 h` and `120 min` are one time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from evidence_kb.analysis.number_words import WORDS, normalised

MINUTES: dict[str, Fraction] = {
    "s": Fraction(1, 60),
    "min": Fraction(1),
    "h": Fraction(60),
    "d": Fraction(1440),
    "wk": Fraction(10080),
    "mo": Fraction(43830),
    "y": Fraction(525960),
}
_NAMES = {
    "s": ("s", "sec", "second", "seconds"),
    "min": ("min", "mins", "minute", "minutes"),
    "h": ("h", "hr", "hrs", "hour", "hours"),
    "d": ("d", "day", "days"),
    "wk": ("wk", "wks", "week", "weeks"),
    "mo": ("mo", "month", "months"),
    "y": ("y", "yr", "yrs", "year", "years"),
}
UNIT_OF = {name: unit for unit, names in _NAMES.items() for name in names}
_UNIT = "|".join(sorted(UNIT_OF, key=len, reverse=True))
_SMALL = "|".join(word for word, value in WORDS.items() if 0 < value <= 90 and word != "half")
_NUMBER = rf"(?:\d+(?:\.\d+)?|\b(?:{_SMALL})\b)"
_AFTER = re.compile(rf"(?P<numbers>{_NUMBER}(?:\s*(?:-|to|and|or|,|/)\s*{_NUMBER})*)[\s-]*(?P<unit>{_UNIT})\b", re.I)
_BEFORE = re.compile(rf"\b(?P<unit>{_UNIT})\s+(?P<numbers>{_NUMBER}(?:\s*(?:-|to|and|,)\s*{_NUMBER})*)", re.I)
_EACH = re.compile(_NUMBER, re.I)

LONGEST_CONVERTED = 1000
"""A converted time above this number would be told in the larger unit."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A time as written, in its unit and in minutes."""

    number: Fraction
    unit: str

    @property
    def minutes(self) -> Fraction:
        """The length in minutes; months and years on average."""
        return self.number * MINUTES[self.unit]


def durations(text: str) -> tuple[Duration, ...]:
    """Every time with a unit: `30 min`, `15-45 min`, `weeks 1-12`, `two hours`, `24-hour`."""
    plain = normalised(text)
    found: list[Duration] = []
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(plain):
            unit = UNIT_OF[match["unit"].lower()]
            found.extend(Duration(_value(one), unit) for one in _EACH.findall(match["numbers"]))
    return tuple(dict.fromkeys(found))


def _value(text: str) -> Fraction:
    word = WORDS.get(text.lower())
    return Fraction(word) if word is not None else Fraction(text)


def close(one: Duration, other: Duration) -> bool:
    """Whether two times are the same; between weeks, months and years within five percent."""
    if one.minutes == other.minutes:
        return True
    long = {"wk", "mo", "y", "d"}
    if one.unit == other.unit or not {one.unit, other.unit} <= long:
        return False
    least, most = sorted((one.minutes, other.minutes))
    return least > 0 and most / least <= Fraction(109, 100)


@lru_cache(maxsize=16384)
def conversions(text: str) -> frozenset[Fraction]:
    """The same times in the neighbouring units, as far as they are whole: 120 for `2 h`."""
    others = [
        duration.minutes / minutes
        for duration in durations(text)
        for unit, minutes in MINUTES.items()
        if unit != duration.unit
    ]
    return frozenset(value for value in others if value.denominator == 1 and value <= LONGEST_CONVERTED)
