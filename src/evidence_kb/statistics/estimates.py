"""The result of one comparison, with the conventions by which it was computed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from evidence_kb.statistics.distributions import critical_t, critical_z, normal_two_sided_p, t_two_sided_p
from evidence_kb.statistics.errors import CannotCompute

Measure = Literal["OR", "RR", "RD", "PETO", "IRR", "IRD", "MD", "SMD", "ROM", "PLO", "proportion", "generic"]
Scale = Literal["identity", "log", "logit"]
"""The scale on which standard errors hold and intervals are symmetric."""

_SCALES: dict[str, Scale] = {"OR": "log", "RR": "log", "PETO": "log", "IRR": "log", "ROM": "log", "PLO": "logit"}


def scale_of(measure: Measure) -> Scale:
    """The scale on which a measure is analysed: logarithm for ratios, logit for pooled proportions, else its own."""
    return _SCALES.get(measure, "identity")


def to_scale(value: float, scale: Scale) -> float:
    """A value of the measure on the scale of analysis; refused where the scale has no place for it."""
    if scale == "identity":
        return value
    if scale == "log":
        if not 0.0 < value < math.inf:
            raise CannotCompute(f"{value!r} has no logarithm")
        return math.log(value)
    if not 0.0 < value < 1.0:
        raise CannotCompute(f"{value!r} has no logit")
    return math.log(value) - math.log1p(-value)


def from_scale(value: float, scale: Scale) -> float:
    """A value on the scale of analysis back as a value of the measure."""
    if scale == "identity":
        return value
    if scale == "log":
        return math.exp(value) if value < 709.0 else math.inf
    return 1.0 / (1.0 + math.exp(-value)) if value >= 0.0 else math.exp(value) / (1.0 + math.exp(value))


@dataclass(frozen=True, slots=True)
class EffectEstimate:
    """One effect with its interval; `scaled` and `se` are on the scale of analysis, all else on the measure's own.

    `level` is a share (0.95), `p` two-sided against no effect (None where the method has no test), `zero_cells`
    the convention for empty cells, `df` the degrees of freedom of a t interval.
    """

    measure: Measure
    estimate: float
    low: float
    high: float
    level: float
    scale: Scale
    interval_method: str
    scaled: float | None = None
    se: float | None = None
    statistic: float | None = None
    df: float | None = None
    p: float | None = None
    test_method: str = "none"
    zero_cells: str = "none"
    notes: tuple[str, ...] = ()

    @property
    def variance(self) -> float | None:
        """The square of the standard error, on the scale of analysis."""
        return None if self.se is None else self.se * self.se


@dataclass(frozen=True, slots=True)
class ScaledEffect:
    """An estimate and its sampling variance on the scale of analysis: what is pooled."""

    value: float
    variance: float


@dataclass(frozen=True, slots=True)
class Conventions:
    """How an interval and a test were made, in words that the result repeats."""

    interval_method: str
    test_method: str
    zero_cells: str = "none"
    notes: tuple[str, ...] = ()


def symmetric_estimate(
    measure: Measure, effect: ScaledEffect, level: float, conventions: Conventions, df: float | None = None
) -> EffectEstimate:
    """Estimate, interval and p from a value and its variance: z, or t where `df` is given.

    Raises CannotCompute where the variance is not above zero, since such an interval would have no width.
    """
    if not 0.0 < effect.variance < math.inf or not math.isfinite(effect.value):
        raise CannotCompute(f"the standard error of this {measure} is zero or has no value")
    scale = scale_of(measure)
    se = math.sqrt(effect.variance)
    margin = (critical_z(level) if df is None else critical_t(level, df)) * se
    statistic = effect.value / se
    return EffectEstimate(
        measure=measure,
        estimate=from_scale(effect.value, scale),
        low=from_scale(effect.value - margin, scale),
        high=from_scale(effect.value + margin, scale),
        level=level,
        scale=scale,
        interval_method=conventions.interval_method,
        scaled=effect.value,
        se=se,
        statistic=statistic,
        df=df,
        p=normal_two_sided_p(statistic) if df is None else t_two_sided_p(statistic, df),
        test_method=conventions.test_method,
        zero_cells=conventions.zero_cells,
        notes=conventions.notes,
    )
