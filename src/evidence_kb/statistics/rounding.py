"""Closed intervals of numbers, and what a printed figure can stand for."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from evidence_kb.printed import PrintedNumber, parse
from evidence_kb.statistics.errors import CannotCompute

Number = Fraction | float | int
Agreement = Literal["rounded", "truncated", "differs"]


@dataclass(frozen=True, slots=True)
class ClosedInterval:
    """All numbers from `low` to `high`, both included; an end may be infinite.

    Fractions stay exact; where an end is a float, it is moved outwards by one place, so that no true value is lost.
    """

    low: Number
    high: Number

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise CannotCompute(f"an interval cannot run from {self.low} to {self.high}")

    def __add__(self, other: ClosedInterval) -> ClosedInterval:
        return _outwards(self.low + other.low, self.high + other.high)

    def __neg__(self) -> ClosedInterval:
        return ClosedInterval(-self.high, -self.low)

    def __sub__(self, other: ClosedInterval) -> ClosedInterval:
        return self + -other

    def __mul__(self, other: ClosedInterval) -> ClosedInterval:
        products = [_times(x, y) for x in (self.low, self.high) for y in (other.low, other.high)]
        return _outwards(min(products), max(products))

    def __truediv__(self, other: ClosedInterval) -> ClosedInterval:
        if other.low <= 0 <= other.high:
            raise CannotCompute("an interval that holds zero cannot be divided by")
        return self * _outwards(_inverse(other.high), _inverse(other.low))

    def __abs__(self) -> ClosedInterval:
        if self.low >= 0:
            return self
        return -self if self.high <= 0 else ClosedInterval(0, max(-self.low, self.high))

    def contains(self, value: Number) -> bool:
        """Whether `value` lies inside or on an end."""
        return self.low <= value <= self.high

    def meets(self, other: ClosedInterval) -> bool:
        """Whether the two intervals share at least one number."""
        return self.low <= other.high and other.low <= self.high

    def within(self, low: Number, high: Number) -> ClosedInterval:
        """The part between `low` and `high`; CannotCompute where there is none."""
        return ClosedInterval(max(self.low, low), min(self.high, high))

    def rising(self, function: Callable[[float], float]) -> ClosedInterval:
        """The image under a function that never falls, such as a logarithm."""
        return _outwards(function(float(self.low)), function(float(self.high)))

    def log(self) -> ClosedInterval:
        """The natural logarithm of the part above zero; minus infinity at zero, CannotCompute where nothing is left."""
        if self.high <= 0:
            raise CannotCompute("a logarithm needs a number above zero")
        return self.rising(lambda x: -math.inf if x <= 0.0 else (x if math.isinf(x) else math.log(x)))

    def exp(self) -> ClosedInterval:
        """The exponential function."""
        return self.rising(lambda x: math.exp(x) if x < 709.0 else math.inf)

    def sqrt(self) -> ClosedInterval:
        """The square root of the part that is not negative."""
        return self.within(0, math.inf).rising(math.sqrt)


def _times(x: Number, y: Number) -> Number:
    """The product; zero times infinity is zero here, since the zero is exact and the other end only a bound."""
    return 0 if x == 0 or y == 0 else x * y


def _inverse(x: Number) -> Number:
    """1/x, exact for whole numbers and fractions."""
    return 1.0 / x if isinstance(x, float) else Fraction(1) / x


def _outwards(low: Number, high: Number) -> ClosedInterval:
    """The interval with float ends moved out by one place, against the rounding of the operation that made them."""
    return ClosedInterval(
        math.nextafter(low, -math.inf) if isinstance(low, float) and math.isfinite(low) else low,
        math.nextafter(high, math.inf) if isinstance(high, float) and math.isfinite(high) else high,
    )


def exactly(value: Number) -> ClosedInterval:
    """The interval of one number."""
    return ClosedInterval(value, value)


def read(printed: str | PrintedNumber) -> PrintedNumber:
    """The figure behind a text; CannotCompute where the text is none."""
    number = parse(printed) if isinstance(printed, str) else printed
    if number is None:
        raise CannotCompute(f"{printed!r} is not a figure")
    return number


def possible_values(printed: str | PrintedNumber) -> ClosedInterval:
    """All true values behind a printed figure: half a unit of its last place to each side, or all beyond `<` or `>`.

    Both ends belong to it, since a tie may have been rounded up or to the even digit.
    """
    number = read(printed)
    if number.bound in ("<", "<="):
        return ClosedInterval(-math.inf, number.value)
    if number.bound in (">", ">="):
        return ClosedInterval(number.value, math.inf)
    return ClosedInterval(number.low, number.high)


def values_if_truncated(printed: str | PrintedNumber) -> ClosedInterval:
    """All true values that print as this figure where further digits were cut off: a unit of the last place, from zero.

    The far end is included although it would print as the next figure; callers that must not count it compare digits.
    """
    number = read(printed)
    unit = 2 * number.half
    if number.value == 0:
        return ClosedInterval(-unit, unit)
    return ClosedInterval(*sorted((number.value, number.value + (unit if number.value > 0 else -unit))))


def agreement(value: Number, printed: str | PrintedNumber) -> Agreement:
    """Whether a computed value prints as the figure: by rounding (ties either way), by cutting off, or not at all.

    A figure with `<` or `>` is met ("rounded") by every value beyond it. The comparison is exact, so that a tie can be
    told only from a Fraction.
    """
    number = read(printed)
    if not math.isfinite(value):
        return "rounded" if possible_values(number).contains(value) and number.bound != "=" else "differs"
    exact = Fraction(value)
    if possible_values(number).contains(exact):
        return "rounded"
    if number.bound == "=" and truncated(exact, number.decimals) == number.value:
        return "truncated"
    return "differs"


def truncated(value: Fraction, decimals: int) -> Fraction:
    """The value with all digits after `decimals` places cut off, towards zero."""
    return Fraction(math.trunc(value * 10**decimals), 10**decimals)


def rounded_half_up(value: Fraction, decimals: int) -> Fraction:
    """The value rounded to `decimals` places, ties away from zero."""
    scaled = abs(value) * 10**decimals + Fraction(1, 2)
    return Fraction(math.floor(scaled), 10**decimals) * (1 if value >= 0 else -1)


def rounded_half_even(value: Fraction, decimals: int) -> Fraction:
    """The value rounded to `decimals` places, ties to the even digit."""
    return Fraction(round(value * 10**decimals), 10**decimals)
