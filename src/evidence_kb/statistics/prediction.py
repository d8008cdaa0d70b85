"""The interval in which the true effect of a further study is expected."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from evidence_kb.statistics.distributions import critical_t, critical_z
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Scale, from_scale

PredictionMethod = Literal["HTS", "t(k-1)", "z"]
"""HTS: t with k - 2 degrees of freedom (Higgins, Thompson and Spiegelhalter 2009; Riley et al. 2011); t(k-1) and z use
that quantile instead."""


@dataclass(frozen=True, slots=True)
class PredictionInterval:
    """Limits on the measure's own scale and on that of analysis, with the convention behind them."""

    low: float
    high: float
    scaled_low: float
    scaled_high: float
    level: float
    method: str
    df: int | None


def prediction_interval(
    value: float,
    variance: float,
    tau_squared: float,
    k: int,
    scale: Scale,
    level: float = 0.95,
    method: PredictionMethod = "HTS",
) -> PredictionInterval:
    """value +- quantile * sqrt(tau^2 + variance of the mean), for `k` studies.

    Source: Higgins, Thompson and Spiegelhalter 2009, J R Stat Soc A 172, 137-159. Raises CannotCompute where the method
    has no degrees of freedom left: HTS needs three studies, t(k-1) two.
    """
    df: int | None = None
    if method == "z":
        quantile = critical_z(level)
    elif method in ("HTS", "t(k-1)"):
        df = k - 2 if method == "HTS" else k - 1
        if df < 1:
            raise CannotCompute(f"a prediction interval ({method}) cannot be told from {k} studies")
        quantile = critical_t(level, df)
    else:
        raise CannotCompute(f"there is no prediction interval named {method!r}")
    margin = quantile * math.sqrt(tau_squared + variance)
    low, high = value - margin, value + margin
    return PredictionInterval(from_scale(low, scale), from_scale(high, scale), low, high, level, method, df)
