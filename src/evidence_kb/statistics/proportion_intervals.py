"""Confidence intervals of one proportion."""

from __future__ import annotations

import math
from typing import Literal

from evidence_kb.statistics.distributions import beta_quantile, critical_z
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import EffectEstimate
from evidence_kb.statistics.study_data import SingleArm

ProportionMethod = Literal["Wald", "Wilson", "Clopper-Pearson", "Agresti-Coull"]


def proportion(events: float, n: float, method: ProportionMethod = "Wilson", level: float = 0.95) -> EffectEstimate:
    """A proportion with the interval of the named method.

    Raises CannotCompute where the interval has no width or the counts are impossible.
    """
    intervals = {
        "Wald": wald,
        "Wilson": wilson,
        "Clopper-Pearson": clopper_pearson,
        "Agresti-Coull": agresti_coull,
    }
    if method not in intervals:
        raise CannotCompute(f"there is no interval of a proportion named {method!r}")
    SingleArm(events, n)
    low, high = intervals[method](events, n, level)
    notes: tuple[str, ...] = ()
    if low < 0.0 or high > 1.0:
        low, high, notes = max(0.0, low), min(1.0, high), ("limits outside 0 to 1 are cut off there",)
    share = events / n
    return EffectEstimate(
        measure="proportion",
        estimate=share,
        low=low,
        high=high,
        level=level,
        scale="identity",
        interval_method=method,
        scaled=share,
        se=math.sqrt(share * (1.0 - share) / n) if method == "Wald" else None,
        notes=notes,
    )


def wald(events: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """p +- z sqrt(p q / n), not cut off at 0 and 1; refused at 0 and n events, where its width is zero."""
    share = events / n
    if events in (0.0, n):
        raise CannotCompute("the Wald interval of a proportion of 0 or 1 has no width")
    margin = critical_z(level) * math.sqrt(share * (1.0 - share) / n)
    return share - margin, share + margin


def wilson(events: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """The score interval (Wilson 1927, J Am Stat Assoc 22, 209-212), without continuity correction."""
    z = critical_z(level)
    square = z * z
    others = n - events
    spread = z * math.sqrt(events * others / n + square / 4.0)
    return _lower_root(events, n, square, spread), 1.0 - _lower_root(others, n, square, spread)


def _lower_root(events: float, n: float, square: float, spread: float) -> float:
    """The lower root of (n + z^2) x^2 - (2 k + z^2) x + k^2 / n = 0: the product of the roots over the upper one.

    Unlike the usual difference this loses nothing where the limit is near zero.
    """
    return events * events / n / (events + square / 2.0 + spread)


def clopper_pearson(events: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """The exact interval by quantiles of the beta distribution (Clopper and Pearson 1934, Biometrika 26, 404-413)."""
    critical_z(level)
    tail = (1.0 - level) / 2.0
    low = beta_quantile(tail, events, n - events + 1.0) if events > 0.0 else 0.0
    high = 1.0 - beta_quantile(tail, n - events, events + 1.0) if events < n else 1.0
    return low, high


def agresti_coull(events: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Wald's interval after z^2/2 successes and failures are added (Agresti and Coull 1998, Am Stat 52, 119-126).

    Not cut off at 0 and 1.
    """
    z = critical_z(level)
    total = n + z * z
    centre = (events + z * z / 2.0) / total
    margin = z * math.sqrt(centre * (1.0 - centre) / total)
    return centre - margin, centre + margin
