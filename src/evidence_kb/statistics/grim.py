"""Which counts can stand behind a printed percentage or mean, and whether any can (GRIM)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from evidence_kb.printed import PrintedNumber
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.rounding import read


@dataclass(frozen=True, slots=True)
class FeasibleCounts:
    """The whole numbers that can stand behind a printed percentage or mean.

    `counts` are those that round to it (ties either way), `if_truncated` those that give it where further digits are
    cut off. `informative` is False where the figure is so coarse that nearly every value passes.
    """

    counts: range
    if_truncated: range
    informative: bool

    @property
    def possible(self) -> bool:
        """Whether some whole number rounds to the figure."""
        return len(self.counts) > 0

    @property
    def possible_if_truncated(self) -> bool:
        """Whether some whole number gives the figure once digits may be cut off."""
        return len(self.if_truncated) > 0

    @property
    def only(self) -> int | None:
        """The count, where there is exactly one that rounds to the figure."""
        return self.counts[0] if len(self.counts) == 1 else None


def feasible_counts(percent: str | PrintedNumber, n: int) -> FeasibleCounts:
    """The numbers of events among `n` that print as `percent` (86.6, not 0.866).

    GRIM for percentages (Brown and Heathers 2017, Soc Psychol Personal Sci 8, 363-369): informative while n is below
    100 * 10^decimals. Raises CannotCompute for an `n` below 1 and for a text that is no figure.
    """
    if n < 1:
        raise CannotCompute(f"a percentage needs at least one participant, not {n}")
    number = read(percent)
    found = _whole_numbers(number, Fraction(n, 100), 0, n)
    return FeasibleCounts(*found, informative=number.bound == "=" and n < 100 * 10**number.decimals)


def feasible_sums(mean: str | PrintedNumber, n: int, items: int = 1) -> FeasibleCounts:
    """The sums of scores that print as `mean`, for `n` people answering `items` questions in whole numbers.

    `items` is the number of answers that are averaged for each person; a total over items, which is whole itself, has
    `items` 1. GRIM for means (Brown and Heathers 2017): informative while n * items is below 10^decimals.
    """
    if n < 1 or items < 1:
        raise CannotCompute(f"a mean needs at least one answer, not {n} people with {items} items")
    number = read(mean)
    found = _whole_numbers(number, Fraction(n * items), None, None)
    return FeasibleCounts(*found, informative=number.bound == "=" and n * items < 10**number.decimals)


def _whole_numbers(
    number: PrintedNumber, per_unit: Fraction, least: int | None, most: int | None
) -> tuple[range, range]:
    """The whole k with k / per_unit rounding to the figure, and those that give it when digits are cut off."""
    if number.bound != "=":
        beyond = _beyond(number, per_unit, least, most)
        return beyond, beyond
    rounded = _clipped(math.ceil(number.low * per_unit), math.floor(number.high * per_unit), least, most)
    inner, unit = number.value, 2 * number.half
    # Cutting off goes towards zero, so the far end itself would print as the next figure and is left out.
    low = math.floor((inner - unit) * per_unit) + 1 if inner <= 0 else math.ceil(inner * per_unit)
    high = math.ceil((inner + unit) * per_unit) - 1 if inner >= 0 else math.floor(inner * per_unit)
    return rounded, _clipped(low, high, least, most)


def _clipped(low: int, high: int, least: int | None, most: int | None) -> range:
    low = low if least is None else max(low, least)
    high = high if most is None else min(high, most)
    return range(low, high + 1) if low <= high else range(0)


def _beyond(number: PrintedNumber, per_unit: Fraction, least: int | None, most: int | None) -> range:
    """The whole numbers on the right side of a figure with `<`, `<=`, `>` or `>=`."""
    if least is None or most is None:
        raise CannotCompute("a mean printed with a sign of comparison bounds its sum on one side only")
    edge = number.value * per_unit
    if number.bound == "<":
        return _clipped(least, math.ceil(edge) - 1, least, most)
    if number.bound == "<=":
        return _clipped(least, math.floor(edge), least, most)
    if number.bound == ">":
        return _clipped(math.floor(edge) + 1, most, least, most)
    return _clipped(math.ceil(edge), most, least, most)
