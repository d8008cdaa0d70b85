"""Figures exactly as they are printed, and what they can stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Bound = Literal["=", "<", ">", "<=", ">="]

MAX_DIGITS = 15
_NUMBER = re.compile(
    r"(?P<bound><=|>=|≤|≥|<|>|=)?\s*(?P<sign>[-+\u2212])?(?P<digits>\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})"
)
_BOUNDS: dict[str, Bound] = {"≤": "<=", "≥": ">=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "=": "="}


class Printed(str):
    """A figure with the very characters of the source (`0.80`, `.005`, `<0.001`).

    The text is the value; numbers are computed from it on demand. The pattern is bounded and knows
    neither exponents nor thousands separators, so that reading one can neither overflow nor guess.
    """

    __slots__ = ()

    @property
    def number(self) -> PrintedNumber | None:
        """The figure behind the text, or None where the text is no figure (`NS`, `not given`)."""
        return parse(self)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A printed figure as numbers: its value, its decimals, and the sign of comparison before it."""

    value: Fraction
    decimals: int
    bound: Bound = "="

    @property
    def half(self) -> Fraction:
        """Half a unit of the last printed place: 0.05 for `86.6`."""
        return Fraction(1, 2 * 10**self.decimals)

    @property
    def low(self) -> Fraction:
        """The smallest true value that prints as this figure."""
        return self.value - self.half

    @property
    def high(self) -> Fraction:
        """The largest true value that prints as this figure (ties may be rounded either way)."""
        return self.value + self.half


def parse(text: str) -> PrintedNumber | None:
    """Read a printed figure; None where the text is not one. Never raises."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    digits = match["digits"]
    decimals = len(digits.partition(".")[2])
    value = Fraction(digits if not digits.startswith(".") else f"0{digits}")
    if match["sign"] in ("-", "\u2212"):
        value = -value
    return PrintedNumber(value, decimals, _BOUNDS.get(match["bound"] or "=", "="))
