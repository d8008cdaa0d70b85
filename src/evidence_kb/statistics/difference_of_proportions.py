"""Intervals of the difference between two proportions."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from evidence_kb.statistics.continuity import ZeroCells, corrected
from evidence_kb.statistics.distributions import critical_z, normal_two_sided_p
from evidence_kb.statistics.effect_sizes import risk_difference as wald_effect
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Conventions, EffectEstimate, symmetric_estimate
from evidence_kb.statistics.proportion_intervals import wilson
from evidence_kb.statistics.root_finding import find_root
from evidence_kb.statistics.study_data import TwoByTwo

DifferenceMethod = Literal["Wald", "Newcombe", "Miettinen-Nurminen", "Mee", "Agresti-Caffo"]


def risk_difference(
    table: TwoByTwo, method: DifferenceMethod = "Newcombe", level: float = 0.95, zero_cells: ZeroCells = "none"
) -> EffectEstimate:
    """p1 - p0 with the interval of the named method; `zero_cells` concerns the Wald interval only.

    The estimate is the observed difference also where the interval is centred elsewhere. Wald and Agresti-Caffo limits
    are not cut off at -1 and 1. Raises CannotCompute where a Wald interval has no width.
    """
    if method == "Wald":
        effect = wald_effect(corrected(table, zero_cells, "RD"))
        return symmetric_estimate("RD", effect, level, Conventions("Wald", "Wald z, unpooled", zero_cells))
    observed = table.events_1 / table.n_1 - table.events_0 / table.n_0
    statistic: float | None = None
    if method == "Newcombe":
        low, high = newcombe(table, level)
    elif method == "Agresti-Caffo":
        low, high = agresti_caffo(table, level)
    elif method in ("Miettinen-Nurminen", "Mee"):
        corrected_variance = method == "Miettinen-Nurminen"
        low, high = score_interval(table, level, corrected_variance)
        statistic = score_statistic(table, 0.0, corrected_variance)
    else:
        raise CannotCompute(f"there is no interval of a risk difference named {method!r}")
    result = EffectEstimate("RD", observed, low, high, level, "identity", method, scaled=observed)
    if statistic is None:
        return result
    return replace(result, statistic=statistic, p=normal_two_sided_p(statistic), test_method="score test")


def newcombe(table: TwoByTwo, level: float = 0.95) -> tuple[float, float]:
    """The square-and-add interval from two Wilson intervals (Newcombe 1998, Stat Med 17, 873-890, method 10)."""
    p1, p0 = table.events_1 / table.n_1, table.events_0 / table.n_0
    low_1, high_1 = wilson(table.events_1, table.n_1, level)
    low_0, high_0 = wilson(table.events_0, table.n_0, level)
    return p1 - p0 - math.hypot(p1 - low_1, high_0 - p0), p1 - p0 + math.hypot(high_1 - p1, p0 - low_0)


def agresti_caffo(table: TwoByTwo, level: float = 0.95) -> tuple[float, float]:
    """Wald's interval after one event and one non-event in each arm (Agresti and Caffo 2000, Am Stat 54, 280-288)."""
    effect = wald_effect(TwoByTwo(table.events_1 + 1, table.n_1 + 2, table.events_0 + 1, table.n_0 + 2))
    margin = critical_z(level) * math.sqrt(effect.variance)
    return effect.value - margin, effect.value + margin


def score_interval(table: TwoByTwo, level: float = 0.95, corrected_variance: bool = True) -> tuple[float, float]:
    """The differences that a score test does not reject (Miettinen and Nurminen 1985, Stat Med 4, 213-226).

    With `corrected_variance` the variance is multiplied by N/(N - 1) as there; without, the interval is Mee's (1984).
    """
    z = critical_z(level)
    observed = table.events_1 / table.n_1 - table.events_0 / table.n_0

    def beyond(difference: float) -> float:
        return abs(score_statistic(table, difference, corrected_variance)) - z

    low = find_root(beyond, -1.0, observed) if observed > -1.0 and beyond(-1.0) > 0.0 else -1.0
    high = find_root(beyond, observed, 1.0) if observed < 1.0 and beyond(1.0) > 0.0 else 1.0
    return low, high


def score_statistic(table: TwoByTwo, difference: float, corrected_variance: bool = True) -> float:
    """z of the observed difference against `difference`, with the variance at the restricted maximum likelihood.

    Very large where the restricted variance is zero and the difference is not the observed one.
    Source: Miettinen and Nurminen 1985, Stat Med 4, 213-226.
    """
    gap = table.events_1 / table.n_1 - table.events_0 / table.n_0 - difference
    if gap == 0.0:
        return 0.0
    p1, p0 = restricted_proportions(table, difference)
    variance = p1 * (1.0 - p1) / table.n_1 + p0 * (1.0 - p0) / table.n_0
    if corrected_variance:
        total = table.n_1 + table.n_0
        variance *= total / (total - 1.0)
    return gap / math.sqrt(variance) if variance > 1e-300 else math.copysign(1e150, gap)


def restricted_proportions(table: TwoByTwo, difference: float) -> tuple[float, float]:
    """The most likely p1 and p0 whose difference is `difference`.

    Found where the slope of the log likelihood, which falls with p0, is zero, or on the edge of what is possible: the
    cubic equation of Miettinen and Nurminen (1985) has the same root but loses half of its digits near the edge.
    """
    a, b, c, d = table.cells

    def slope(p0: float) -> float:
        p1 = p0 + difference
        return _per_share(a, p1) - _per_share(b, 1.0 - p1) + _per_share(c, p0) - _per_share(d, 1.0 - p0)

    least, most = max(0.0, -difference), min(1.0, 1.0 - difference)
    if slope(least) <= 0.0:
        p0 = least
    elif slope(most) >= 0.0:
        p0 = most
    else:
        p0 = find_root(slope, least, most)
    return min(1.0, max(0.0, p0 + difference)), p0


def _per_share(count: float, share: float) -> float:
    """count / share; very large where people are counted in a share that is empty."""
    return count / max(share, 1e-200) if count else 0.0
