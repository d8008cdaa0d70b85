"""Weighted means of study effects, and the sums over weights that all models share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import ScaledEffect


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """A pooled value and its variance on the scale of analysis, and each study's share of the weight (adding to 1)."""

    value: float
    variance: float
    shares: tuple[float, ...]


def weighted_mean(effects: Sequence[ScaledEffect], tau_squared: float = 0.0) -> WeightedMean:
    """The mean with weights 1 / (v + tau^2): common effect at tau^2 = 0, else random effects.

    Source: Borenstein et al. 2010, Res Synth Methods 1, 97-111. Raises CannotCompute without studies, and where a study
    has no positive variance.
    """
    weights = weights_of(effects, tau_squared)
    total = math.fsum(weights)
    value = math.fsum(w * effect.value for w, effect in zip(weights, effects, strict=True)) / total
    return WeightedMean(value, 1.0 / total, tuple(w / total for w in weights))


def weights_of(effects: Sequence[ScaledEffect], tau_squared: float = 0.0) -> list[float]:
    """1 / (v + tau^2) of every study."""
    if not effects:
        raise CannotCompute("no study is left to pool")
    for effect in effects:
        if not 0.0 < effect.variance < math.inf or not math.isfinite(effect.value):
            raise CannotCompute("a study whose standard error is zero or has no value cannot be weighted")
    return [1.0 / (effect.variance + tau_squared) for effect in effects]


def q_statistic(effects: Sequence[ScaledEffect], tau_squared: float = 0.0, about: float | None = None) -> float:
    """The weighted sum of squares about the weighted mean or another value (Cochran 1954, Biometrics 10, 101-129)."""
    centre = weighted_mean(effects, tau_squared).value if about is None else about
    weights = weights_of(effects, tau_squared)
    return math.fsum(w * (effect.value - centre) ** 2 for w, effect in zip(weights, effects, strict=True))


def spread_of_weights(weights: Sequence[float]) -> float:
    """Sum of weights less sum of their squares over their sum: the expected gain of Q per unit of tau^2."""
    total = math.fsum(weights)
    # Written as a sum of products of two different weights, so that one dominating study does not cancel it to nothing.
    return math.fsum(w * (math.fsum((*weights[:i], *weights[i + 1 :])) / total) for i, w in enumerate(weights))
