"""How much study effects differ: Q, I^2, H^2 and tau^2 with its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_kb.statistics.between_study_variance import q_profile
from evidence_kb.statistics.distributions import chi2_tail
from evidence_kb.statistics.estimates import ScaledEffect
from evidence_kb.statistics.inverse_variance import spread_of_weights, weights_of


@dataclass(frozen=True, slots=True)
class Heterogeneity:
    """Heterogeneity of at least two studies; shares are shares (0.92, not 92).

    `i_squared` is max(0, (Q - df)/Q) and `h_squared` Q/df (Higgins and Thompson 2002, Stat Med 21, 1539-1558). The two
    with `_from_tau` are tau^2/(tau^2 + s^2) and (tau^2 + s^2)/s^2 with the typical sampling variance s^2 (equation 9
    there); only with DerSimonian-Laird's tau^2 do both pairs agree. `tau_squared` is None for a common-effect model.
    """

    q: float
    df: int
    p: float
    q_about: str
    i_squared: float
    h_squared: float
    tau_squared: float | None = None
    tau_squared_method: str = "none"
    i_squared_from_tau: float | None = None
    h_squared_from_tau: float | None = None
    tau_squared_low: float | None = None
    tau_squared_high: float | None = None
    i_squared_low: float | None = None
    i_squared_high: float | None = None
    interval_method: str = "none"
    level: float = 0.95

    @property
    def tau(self) -> float | None:
        """The standard deviation of true effects between studies, on the scale of analysis."""
        return None if self.tau_squared is None else math.sqrt(self.tau_squared)


def from_q(q: float, df: int, q_about: str) -> Heterogeneity:
    """Q with its p, I^2 and H^2, for a model without tau^2."""
    q = max(0.0, q)
    share = max(0.0, (q - df) / q) if q > 0.0 else 0.0
    return Heterogeneity(q, df, chi2_tail(q, df), q_about, share, q / df)


def with_tau(
    effects: Sequence[ScaledEffect], q: float, q_about: str, tau_squared: float, method: str, level: float
) -> Heterogeneity:
    """Q, tau^2 and its Q-profile interval, and both kinds of I^2 and H^2."""
    plain = from_q(q, len(effects) - 1, q_about)
    typical = typical_variance(effects)
    interval = q_profile(effects, level)
    low, high = interval if interval is not None else (None, None)
    return Heterogeneity(
        q=plain.q,
        df=plain.df,
        p=plain.p,
        q_about=q_about,
        i_squared=plain.i_squared,
        h_squared=plain.h_squared,
        tau_squared=tau_squared,
        tau_squared_method=method,
        i_squared_from_tau=tau_squared / (tau_squared + typical),
        h_squared_from_tau=tau_squared / typical + 1.0,
        tau_squared_low=low,
        tau_squared_high=high,
        i_squared_low=None if low is None else low / (low + typical),
        i_squared_high=None if high is None else high / (high + typical),
        interval_method="Q-profile" if interval is not None else "Q-profile: empty, Q is below its lower quantile",
        level=level,
    )


def typical_variance(effects: Sequence[ScaledEffect]) -> float:
    """The typical sampling variance within studies (Higgins and Thompson 2002, equation 9)."""
    return (len(effects) - 1) / spread_of_weights(weights_of(effects))
