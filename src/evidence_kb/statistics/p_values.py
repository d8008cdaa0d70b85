"""The p value that an interval or a test statistic implies, as a range over what was printed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from evidence_kb.printed import PrintedNumber
from evidence_kb.statistics import distributions
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Scale
from evidence_kb.statistics.rounding import ClosedInterval, Number, possible_values

Figure = str | PrintedNumber | ClosedInterval
Statistic = Literal["z", "t", "chi2", "F"]


@dataclass(frozen=True, slots=True)
class ImpliedP:
    """All p values that fit the printed figures; `statistic` is the range of |z|, |t|, chi2 or F behind them."""

    low: float
    high: float
    statistic: ClosedInterval
    method: str

    def meets(self, p: Figure) -> bool:
        """Whether a printed p (with `<` or `>` where it has one) can be one of them."""
        return ClosedInterval(self.low, self.high).meets(values_of(p))


def values_of(figure: Figure) -> ClosedInterval:
    """What a printed figure can stand for; an interval is taken as it is."""
    return figure if isinstance(figure, ClosedInterval) else possible_values(figure)


def on_scale(figure: Figure, scale: Scale) -> ClosedInterval:
    """What a printed figure can stand for, on the scale of analysis; CannotCompute where nothing of it is positive."""
    values = values_of(figure)
    if scale == "identity":
        return values
    if scale == "log":
        return values.log()
    raise CannotCompute(f"intervals on the {scale} scale are not read back")


def standard_error(
    low: Figure, high: Figure, scale: Scale, level: float = 0.95, df: float | None = None
) -> ClosedInterval:
    """The standard errors, on the scale of analysis, that fit two printed limits: (upper - lower) / (2 z).

    `df` asks for t. Source: Cochrane Handbook 6.5, section 6.3.1. Raises CannotCompute for reversed limits.
    """
    lower, upper = on_scale(low, scale), on_scale(high, scale)
    critical = distributions.critical_z(level) if df is None else distributions.critical_t(level, df)
    widest = float(upper.high) - float(lower.low)
    if widest < 0.0:
        raise CannotCompute("the limits are not in rising order")
    narrowest = max(0.0, float(upper.low) - float(lower.high))
    return ClosedInterval(narrowest / (2.0 * critical), widest / (2.0 * critical))


def p_from_interval(
    estimate: Figure, low: Figure, high: Figure, scale: Scale, level: float = 0.95, df: float | None = None
) -> ImpliedP:
    """The two-sided p values against no effect that fit a printed estimate and its printed limits.

    z (t with `df`) is the estimate over its standard error on the scale of analysis (Altman and Bland 2011, BMJ 343,
    d2304); estimate and limits range freely over what they can stand for, so the range is never too narrow.
    """
    size = abs(on_scale(estimate, scale))
    se = standard_error(low, high, scale, level, df)
    least = _quotient(size.low, se.high, 0.0)
    most = _quotient(size.high, se.low, math.inf)
    if df is None:
        p_low, p_high = distributions.normal_two_sided_p(most), distributions.normal_two_sided_p(least)
    else:
        p_low, p_high = distributions.t_two_sided_p(most, df), distributions.t_two_sided_p(least, df)
    method = "z from estimate and interval" if df is None else f"t with {df:g} df from estimate and interval"
    return ImpliedP(p_low, p_high, ClosedInterval(least, most), method)


def _quotient(numerator: Number, denominator: Number, if_undefined: float) -> float:
    """The quotient; a bound where both are zero or both infinite, which any value could be."""
    top, bottom = float(numerator), float(denominator)
    if (top == 0.0 and bottom == 0.0) or (math.isinf(top) and math.isinf(bottom)):
        return if_undefined
    return math.inf if bottom == 0.0 else top / bottom


def is_symmetric(estimate: Figure, low: Figure, high: Figure, scale: Scale) -> bool:
    """Whether the middle of the limits can be the estimate, on the scale of analysis, given what was printed."""
    lower, upper = on_scale(low, scale), on_scale(high, scale)
    middle = ClosedInterval((lower.low + upper.low) / 2, (lower.high + upper.high) / 2)
    return middle.meets(on_scale(estimate, scale))


def p_from_statistic(
    kind: Statistic, statistic: Figure, df1: float | None = None, df2: float | None = None, one_sided: bool = False
) -> ImpliedP:
    """The p values that fit a printed test statistic (Nuijten et al. 2016, Behav Res Methods 48, 1205-1226).

    t and chi2 need `df1`, F needs `df2` too. `one_sided` halves the p of z and t. Raises CannotCompute where degrees of
    freedom are missing.
    """
    values = values_of(statistic)
    size = abs(values) if kind in ("z", "t") else values.within(0, math.inf)
    bounds = [_tail(kind, float(end), df1, df2) for end in (size.high, size.low)]
    if one_sided:
        if kind not in ("z", "t"):
            raise CannotCompute(f"{kind} has no one-sided p")
        bounds = [p / 2.0 for p in bounds]
    sides = "one-sided" if one_sided else "two-sided" if kind in ("z", "t") else "upper tail"
    return ImpliedP(bounds[0], bounds[1], size, f"{kind}, {sides}")


def _tail(kind: Statistic, value: float, df1: float | None, df2: float | None) -> float:
    if kind == "z":
        return distributions.normal_two_sided_p(value)
    if df1 is None or (kind == "F" and df2 is None):
        raise CannotCompute(f"the degrees of freedom of {kind} are missing")
    if kind == "t":
        return distributions.t_two_sided_p(value, df1)
    if kind == "chi2":
        return distributions.chi2_tail(value, df1)
    assert df2 is not None
    return distributions.f_tail(value, df1, df2)


def altman_bland_p(z: float) -> float:
    """exp(-0.717 z - 0.416 z^2): the two-sided p by hand (Altman and Bland 2011); good for 0.0001 < p < 1."""
    return math.exp(-0.717 * abs(z) - 0.416 * z * z)
