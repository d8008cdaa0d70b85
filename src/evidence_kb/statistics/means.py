"""Differences and ratios of two means."""

from __future__ import annotations

from typing import Literal

from evidence_kb.statistics import effect_sizes
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Conventions, EffectEstimate, ScaledEffect, symmetric_estimate
from evidence_kb.statistics.study_data import TwoMeans

MeanMethod = Literal["z", "Welch", "pooled"]


def mean_difference(arms: TwoMeans, method: MeanMethod = "Welch", level: float = 0.95) -> EffectEstimate:
    """m1 - m0 with a z interval (variances not pooled), Welch's t interval, or the t interval of a pooled variance.

    Source: Welch 1947, Biometrika 34, 28-35, with the degrees of freedom after Satterthwaite 1946.
    """
    effect = effect_sizes.mean_difference(arms)
    if method == "z":
        return symmetric_estimate("MD", effect, level, Conventions("Wald, variances not pooled", "z"))
    if not effect.variance > 0.0:
        raise CannotCompute("two standard deviations of zero give no interval")
    if method == "Welch":
        v1, v0 = arms.sd_1**2 / arms.n_1, arms.sd_0**2 / arms.n_0
        df = (v1 + v0) ** 2 / (v1 * v1 / (arms.n_1 - 1.0) + v0 * v0 / (arms.n_0 - 1.0))
        return symmetric_estimate("MD", effect, level, Conventions("Welch's t", "Welch's t"), df)
    if method == "pooled":
        variance = effect_sizes.pooled_sd(arms) ** 2 * (1.0 / arms.n_1 + 1.0 / arms.n_0)
        conventions = Conventions("t, pooled variance", "Student's t, pooled variance")
        return symmetric_estimate(
            "MD", ScaledEffect(effect.value, variance), level, conventions, arms.n_1 + arms.n_0 - 2.0
        )
    raise CannotCompute(f"there is no interval of a mean difference named {method!r}")


def standardized_mean_difference(
    arms: TwoMeans, variance: Literal["LS", "RevMan"] = "LS", level: float = 0.95
) -> EffectEstimate:
    """Hedges' g with a Wald interval; `variance` LS or RevMan as `effect_sizes.hedges_g` says."""
    correction = "exact correction J" if variance == "LS" else "J = 1 - 3/(4N - 9)"
    conventions = Conventions(f"Wald, Hedges' g, {correction}, {variance} variance", "Wald z")
    return symmetric_estimate("SMD", effect_sizes.hedges_g(arms, variance), level, conventions)


def ratio_of_means(arms: TwoMeans, level: float = 0.95) -> EffectEstimate:
    """m1/m0 with a Wald interval on the logarithm; both means must have the same sign."""
    return symmetric_estimate(
        "ROM", effect_sizes.log_ratio_of_means(arms), level, Conventions("Wald on the logarithm", "Wald z")
    )
