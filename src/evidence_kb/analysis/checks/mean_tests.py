"""Standard errors and quantiles for a difference of two means, as wide as the rounding of the printed spreads."""

from __future__ import annotations

import math
from dataclasses import dataclass

from evidence_kb.analysis.checks.figures import span
from evidence_kb.records.arms import ArmContinuous, Spread
from evidence_kb.statistics.distributions import critical_t, critical_z, t_two_sided_p
from evidence_kb.statistics.rounding import ClosedInterval


@dataclass(frozen=True, slots=True)
class Spreads:
    """People and standard deviations of two arms; `se` says that the source printed standard errors."""

    n_1: int
    sd_1: ClosedInterval
    n_0: int
    sd_0: ClosedInterval


def spreads_of(first: ArmContinuous, second: ArmContinuous) -> Spreads | None:
    """The spreads of both arms; None where people or a standard deviation are missing."""
    one, other = _sd(first.spread, first.n), _sd(second.spread, second.n)
    if one is None or other is None or not first.n or not second.n or min(first.n, second.n) < 2:
        return None
    return Spreads(first.n, one, second.n, other)


def _sd(spread: Spread | None, n: int | None) -> ClosedInterval | None:
    values = span(spread.value) if spread is not None else None
    if values is None or spread is None or not n or spread.kind not in ("sd", "se") or values.high <= 0:
        return None
    low, high = max(0.0, float(values.low)), float(values.high)
    root = math.sqrt(n) if spread.kind == "se" else 1.0
    return ClosedInterval(low * root, high * root)


def standard_errors(spreads: Spreads) -> tuple[ClosedInterval, ClosedInterval]:
    """The standard errors without and with pooling of the variances."""
    return (
        ClosedInterval(_unpooled(spreads, low=True), _unpooled(spreads, low=False)),
        ClosedInterval(_pooled(spreads, low=True), _pooled(spreads, low=False)),
    )


def _ends(spreads: Spreads, low: bool) -> tuple[float, float]:
    if low:
        return float(spreads.sd_1.low), float(spreads.sd_0.low)
    return float(spreads.sd_1.high), float(spreads.sd_0.high)


def _unpooled(spreads: Spreads, low: bool) -> float:
    one, other = _ends(spreads, low)
    return math.sqrt(one**2 / spreads.n_1 + other**2 / spreads.n_0)


def _pooled(spreads: Spreads, low: bool) -> float:
    one, other = _ends(spreads, low)
    squares = (spreads.n_1 - 1) * one**2 + (spreads.n_0 - 1) * other**2
    return math.sqrt(squares / (spreads.n_1 + spreads.n_0 - 2) * (1 / spreads.n_1 + 1 / spreads.n_0))


def widest_quantile(spreads: Spreads, level: float) -> tuple[float, float]:
    """The quantiles of z and of t with the fewest degrees of freedom that Welch allows."""
    return critical_z(level), critical_t(level, _fewest(spreads))


def _fewest(spreads: Spreads) -> int:
    return max(1, min(spreads.n_1, spreads.n_0) - 1)


def possible_p(difference: ClosedInterval, spreads: Spreads) -> ClosedInterval:
    """Every two-sided p that z, Welch's t or Student's t can give for these rounded figures."""
    size = abs(difference)
    errors = standard_errors(spreads)
    narrow = min(float(se.low) for se in errors)
    wide = max(float(se.high) for se in errors)
    largest = math.inf if narrow == 0 else float(size.high) / narrow
    smallest = 0.0 if wide == 0 else float(size.low) / wide
    return ClosedInterval(
        math.erfc(largest / math.sqrt(2)) if math.isfinite(largest) else 0.0,
        t_two_sided_p(smallest, _fewest(spreads)),
    )
