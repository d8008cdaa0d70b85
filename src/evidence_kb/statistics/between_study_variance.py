"""Estimates of tau^2, the variance of true effects between studies."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from evidence_kb.statistics.distributions import chi2_from_p, require_level
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import ScaledEffect
from evidence_kb.statistics.inverse_variance import q_statistic, spread_of_weights, weighted_mean, weights_of
from evidence_kb.statistics.root_finding import find_root

_GRID = 60


def _require_two(effects: Sequence[ScaledEffect]) -> None:
    if len(effects) < 2:
        raise CannotCompute("the variance between studies cannot be estimated from one study")


def dersimonian_laird(effects: Sequence[ScaledEffect], about: float | None = None) -> float:
    """max(0, (Q - (k - 1)) / (sum w - sum w^2 / sum w)) (DerSimonian and Laird 1986, Control Clin Trials 7, 177-188).

    With `about`, Q is taken about that value instead of the inverse-variance mean: with the Mantel-Haenszel estimate
    this is the method of Review Manager 5 (Deeks and Higgins 2010).
    """
    _require_two(effects)
    excess = q_statistic(effects, about=about) - (len(effects) - 1)
    return max(0.0, excess / spread_of_weights(weights_of(effects)))


def paule_mandel(effects: Sequence[ScaledEffect]) -> float:
    """The tau^2 at which the generalised Q equals its degrees of freedom, 0 where it is below them already.

    Source: Paule and Mandel 1982, J Res Natl Bur Stand 87, 377-385; DerSimonian and Kacker 2007.
    """
    _require_two(effects)
    return _where_q_equals(effects, float(len(effects) - 1))


def q_profile(effects: Sequence[ScaledEffect], level: float = 0.95) -> tuple[float, float] | None:
    """The interval of tau^2 whose generalised Q lies between two quantiles of chi-squared.

    Source: Viechtbauer 2007, Stat Med 26, 37-52. None where even tau^2 = 0 gives a Q below the lower quantile: the
    interval is empty then.
    """
    _require_two(effects)
    require_level(level)
    df = len(effects) - 1
    tail = (1.0 - level) / 2.0
    least = chi2_from_p(1.0 - tail, df)
    if q_statistic(effects) < least:
        return None
    return _where_q_equals(effects, chi2_from_p(tail, df)), _where_q_equals(effects, least)


def _where_q_equals(effects: Sequence[ScaledEffect], target: float) -> float:
    """The tau^2 at which the generalised Q, which falls with tau^2, is `target`; 0 where it starts below."""

    def excess(tau_squared: float) -> float:
        return q_statistic(effects, tau_squared) - target

    if excess(0.0) <= 0.0:
        return 0.0
    high = _widest(effects)
    while excess(high) > 0.0:
        high *= 4.0
        if math.isinf(high):
            raise CannotCompute("the variance between studies is too large to be told")
    return find_root(excess, 0.0, high)


def _widest(effects: Sequence[ScaledEffect]) -> float:
    """A variance above any likelihood's maximum: the squared range of the effects and the largest sampling variance."""
    values = [effect.value for effect in effects]
    return (max(values) - min(values)) ** 2 + max(effect.variance for effect in effects)


def restricted_maximum_likelihood(effects: Sequence[ScaledEffect]) -> float:
    """The tau^2 of largest restricted likelihood, to machine precision.

    Every maximum on a fine grid of the likelihood's slope is followed up, and zero is tried, so that the largest is
    found also where there are several. Source: Viechtbauer 2005, J Educ Behav Stat 30, 261-293.
    """
    _require_two(effects)
    slope = _restricted_slope(effects)
    widest = 2.0 * _widest(effects)
    smallest = min(effect.variance for effect in effects) * 1e-4
    ratio = (widest / smallest) ** (1.0 / _GRID)
    points = [0.0, *(smallest * ratio**step for step in range(_GRID + 1))]
    slopes = [slope(point) for point in points]
    candidates = [0.0] if slopes[0] <= 0.0 else []
    for i in range(len(points) - 1):
        if slopes[i] > 0.0 >= slopes[i + 1]:
            candidates.append(find_root(slope, points[i], points[i + 1]))
    if not candidates:
        raise CannotCompute("the restricted likelihood has no maximum within reach")
    return max(candidates, key=lambda tau_squared: restricted_log_likelihood(effects, tau_squared))


def _restricted_slope(effects: Sequence[ScaledEffect]) -> Callable[[float], float]:
    """Twice the derivative of the restricted log likelihood by tau^2."""

    def slope(tau_squared: float) -> float:
        weights = weights_of(effects, tau_squared)
        centre = weighted_mean(effects, tau_squared).value
        squares = math.fsum((w * (effect.value - centre)) ** 2 for w, effect in zip(weights, effects, strict=True))
        return squares - spread_of_weights(weights)

    return slope


def restricted_log_likelihood(effects: Sequence[ScaledEffect], tau_squared: float) -> float:
    """The restricted log likelihood at tau^2, but for constants (Viechtbauer 2005)."""
    weights = weights_of(effects, tau_squared)
    logs = math.fsum(math.log(w) for w in weights)
    return 0.5 * (logs - math.log(math.fsum(weights)) - q_statistic(effects, tau_squared))
