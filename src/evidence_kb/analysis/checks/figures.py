"""Printed figures as ranges, computed figures as texts: what every check needs to compare the two."""

from __future__ import annotations

import math
from collections.abc import Iterable

from evidence_kb.analysis.effect_measures import shown
from evidence_kb.printed import Printed
from evidence_kb.statistics.rounding import ClosedInterval, Number, agreement, possible_values

POINTS = frozenset({"%", "points", "percentage points", "percent", "pp", "per 100"})


def span(figure: Printed | str | None) -> ClosedInterval | None:
    """All true values behind a printed figure without a sign of comparison; None for a bound or no figure."""
    number = Printed(figure).number if figure is not None else None
    if number is None or number.bound != "=":
        return None
    return possible_values(number)


def value_of(figure: Printed | str | None) -> float | None:
    """The printed value; None for a bound or no figure."""
    number = Printed(figure).number if figure is not None else None
    return float(number.value) if number is not None and number.bound == "=" else None


def decimals_of(*figures: Printed | str | None) -> int:
    """The most decimals that any of the figures prints."""
    numbers = [Printed(figure).number for figure in figures if figure is not None]
    return max((number.decimals for number in numbers if number is not None), default=0)


def rounds_to(value: Number, figure: Printed | str) -> bool:
    """Whether a computed value prints as the figure by rounding (ties either way)."""
    return agreement(nearby(value, figure), figure) == "rounded"


def cuts_to(value: Number, figure: Printed | str) -> bool:
    """Whether a computed value prints as the figure by rounding or by cutting digits off."""
    return agreement(nearby(value, figure), figure) != "differs"


def nearby(value: Number, figure: Printed | str) -> Number:
    """The value, moved onto the edge of what the figure stands for where only the arithmetic of floats parts them."""
    known = span(figure)
    if not isinstance(value, float) or known is None:
        return value
    for edge in (known.low, known.high):
        if math.isclose(value, float(edge), rel_tol=1e-12, abs_tol=1e-15):
            return edge
    return value


def text(value: Number, decimals: int) -> str:
    """A computed value with so many decimals and a true minus sign."""
    if math.isinf(value):
        return "infinity" if value > 0 else "\u2212infinity"
    rounded = f"{float(value):.{decimals}f}"
    return shown(rounded if float(rounded) != 0 else rounded.lstrip("-"))


def range_text(values: ClosedInterval, decimals: int) -> str:
    """One figure, or `a to b` where the range shows at this precision."""
    low, high = text(values.low, decimals), text(values.high, decimals)
    return low if low == high else f"{low} to {high}"


def p_value_text(p: float) -> str:
    """A computed p: two significant digits, `<0.0001` below that."""
    if p < 0.0001:
        return "<0.0001"
    return f"{p:.2g}" if p < 0.995 else "1.0"


def hull(values: Iterable[float]) -> ClosedInterval | None:
    """The smallest interval with all values; None where there is none."""
    found = [value for value in values if not math.isnan(value)]
    return ClosedInterval(min(found), max(found)) if found else None


def points(unit: str | None) -> float:
    """100 where a difference of shares is printed in percentage points, else 1."""
    return 100.0 if unit is not None and unit.lower() in POINTS else 1.0
