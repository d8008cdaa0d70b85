"""Tail probabilities and quantiles of the normal, t, chi-squared, F and beta distributions."""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist

from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.root_finding import find_root
from evidence_kb.statistics.special_functions import beta_tails, gamma_tails

_STANDARD_NORMAL = NormalDist()


def _require_probability(p: float) -> None:
    if not 0.0 < p < 1.0:
        raise CannotCompute(f"a quantile needs a probability between 0 and 1, not {p!r}")


def _require_degrees_of_freedom(*values: float) -> None:
    for value in values:
        if not value > 0.0:
            raise CannotCompute(f"degrees of freedom must be above 0, not {value!r}")


def normal_cdf(z: float) -> float:
    """P(Z <= z) for a standard normal Z."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def normal_two_sided_p(z: float) -> float:
    """P(|Z| >= |z|) for a standard normal Z; 0.0 where the value is below the smallest double."""
    return math.erfc(abs(z) / math.sqrt(2.0))


def normal_quantile(p: float) -> float:
    """The z below which a share `p` of a standard normal lies (Wichura 1988, AS 241); exact in both tails."""
    _require_probability(p)
    return _STANDARD_NORMAL.inv_cdf(p) if p <= 0.5 else -_STANDARD_NORMAL.inv_cdf(1.0 - p)


def z_from_two_sided_p(p: float) -> float:
    """The |z| whose two-sided p is `p`."""
    if p == 1.0:
        return 0.0
    _require_probability(p)
    return -_STANDARD_NORMAL.inv_cdf(p / 2.0)


def critical_z(level: float) -> float:
    """The z of a two-sided interval of the confidence `level` (0.95 gives 1.959964)."""
    require_level(level)
    return -_STANDARD_NORMAL.inv_cdf((1.0 - level) / 2.0)


def require_level(level: float) -> None:
    """Refuse a confidence level that is not a share between 0 and 1 (95 is refused: write 0.95)."""
    if not 0.0 < level < 1.0:
        raise CannotCompute(f"a confidence level is a share between 0 and 1, not {level!r}")


def t_two_sided_p(t: float, df: float) -> float:
    """P(|T| >= |t|) for Student's t with `df` degrees of freedom (Abramowitz and Stegun 26.7.1)."""
    _require_degrees_of_freedom(df)
    if math.isinf(t):
        return 0.0
    if math.isinf(df):
        return normal_two_sided_p(t)
    if abs(t) > 1e150:
        t = 1e150
    total = df + t * t
    return beta_tails(df / 2.0, 0.5, df / total, t * t / total)[0]


def t_cdf(t: float, df: float) -> float:
    """P(T <= t) for Student's t with `df` degrees of freedom."""
    half = 0.5 * t_two_sided_p(t, df)
    return half if t <= 0.0 else 1.0 - half


def t_from_two_sided_p(p: float, df: float) -> float:
    """The |t| whose two-sided p with `df` degrees of freedom is `p`."""
    _require_degrees_of_freedom(df)
    if p == 1.0:
        return 0.0
    _require_probability(p)
    if math.isinf(df):
        return z_from_two_sided_p(p)
    return _invert_upper_tail(lambda t: t_two_sided_p(t, df), p, f"t with {df:g} degrees of freedom")


def critical_t(level: float, df: float) -> float:
    """The t of a two-sided interval of the confidence `level` with `df` degrees of freedom."""
    require_level(level)
    return t_from_two_sided_p(1.0 - level, df)


def chi2_tail(x: float, df: float) -> float:
    """P(X >= x) for chi-squared with `df` degrees of freedom."""
    _require_degrees_of_freedom(df)
    return gamma_tails(df / 2.0, x / 2.0)[1]


def chi2_quantile(p: float, df: float) -> float:
    """The x below which a share `p` of chi-squared with `df` degrees of freedom lies."""
    _require_probability(p)
    _require_degrees_of_freedom(df)
    return math.exp(_invert_on_log_scale(lambda u: gamma_tails(df / 2.0, math.exp(u) / 2.0), p, math.log(df)))


def chi2_from_p(p: float, df: float) -> float:
    """The x above which a share `p` of chi-squared with `df` degrees of freedom lies; exact for small `p`."""
    _require_probability(p)
    return _invert_upper_tail(lambda x: chi2_tail(x, df), p, f"chi-squared with {df:g} degrees of freedom")


def f_tail(x: float, df1: float, df2: float) -> float:
    """P(X >= x) for F with `df1` and `df2` degrees of freedom (Abramowitz and Stegun 26.6.2)."""
    _require_degrees_of_freedom(df1, df2)
    if x <= 0.0:
        return 1.0
    if math.isinf(x):
        return 0.0
    total = df2 + df1 * x
    return beta_tails(df2 / 2.0, df1 / 2.0, df2 / total, df1 * x / total)[0]


def f_from_p(p: float, df1: float, df2: float) -> float:
    """The x above which a share `p` of F with `df1` and `df2` degrees of freedom lies."""
    _require_probability(p)
    return _invert_upper_tail(lambda x: f_tail(x, df1, df2), p, f"F with {df1:g} and {df2:g} degrees of freedom")


def beta_quantile(p: float, a: float, b: float) -> float:
    """The x below which a share `p` of the beta distribution with shapes `a` and `b` lies."""
    _require_probability(p)

    def tails(u: float) -> tuple[float, float]:
        return beta_tails(a, b, 1.0 / (1.0 + math.exp(-u)), 1.0 / (1.0 + math.exp(u)))

    return 1.0 / (1.0 + math.exp(-_invert_on_log_scale(tails, p, math.log(a / b))))


def _invert_upper_tail(tail: Callable[[float], float], p: float, what: str) -> float:
    """The positive argument at which a falling tail probability is `p`; found on the scale of logarithms."""

    def gap(u: float) -> float:
        probability = tail(math.exp(u))
        return (math.log(probability) if probability > 0.0 else -800.0) - math.log(p)

    low, high = -1.0, 1.0
    while gap(low) < 0.0 and low > -700.0:
        low *= 2.0
    while gap(high) > 0.0 and high < 340.0:
        high *= 2.0
    try:
        return math.exp(find_root(gap, low, high))
    except ValueError:
        raise CannotCompute(f"no value of {what} has p {p!r} within the range of doubles") from None


def _invert_on_log_scale(tails: Callable[[float], tuple[float, float]], p: float, start: float) -> float:
    """The argument at which the lower tail is `p`, by whichever of the two tails is the smaller."""
    use_lower = p <= 0.5

    def gap(u: float) -> float:
        lower, upper = tails(u)
        probability, target = (lower, p) if use_lower else (upper, 1.0 - p)
        difference = (math.log(probability) if probability > 0.0 else -800.0) - math.log(target)
        return difference if use_lower else -difference

    low, high, reach = start, start, 0.5
    while gap(low) > 0.0 and low > -700.0:
        low, reach = max(-700.0, low - reach), 2.0 * reach
    reach = 0.5
    while gap(high) < 0.0 and high < 700.0:
        high, reach = min(700.0, high + reach), 2.0 * reach
    if low == high:
        return low
    try:
        return find_root(gap, low, high)
    except ValueError:
        raise CannotCompute(f"no quantile for probability {p!r} within the range of doubles") from None
