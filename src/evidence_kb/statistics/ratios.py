"""Risk ratio, odds ratio, rate ratio and rate difference with their Wald intervals."""

from __future__ import annotations

from evidence_kb.statistics import effect_sizes
from evidence_kb.statistics.continuity import ZeroCells, corrected
from evidence_kb.statistics.estimates import Conventions, EffectEstimate, symmetric_estimate
from evidence_kb.statistics.study_data import PersonTime, TwoByTwo

_LOG_WALD = "Wald on the logarithm"


def risk_ratio(table: TwoByTwo, level: float = 0.95, zero_cells: ZeroCells = "none") -> EffectEstimate:
    """Risk in arm 1 over risk in arm 0, with Katz's interval on the logarithm (Katz et al. 1978).

    Raises CannotCompute where an arm has no event and no correction is asked for, and where everybody has the event.
    """
    effect = effect_sizes.log_risk_ratio(corrected(table, zero_cells, "RR"))
    return symmetric_estimate("RR", effect, level, Conventions(f"{_LOG_WALD} (Katz)", "Wald z", zero_cells))


def odds_ratio(table: TwoByTwo, level: float = 0.95, zero_cells: ZeroCells = "none") -> EffectEstimate:
    """Odds in arm 1 over odds in arm 0, with Woolf's interval on the logarithm (Woolf 1955).

    Raises CannotCompute where a cell is empty and no correction is asked for; `exact.fisher` needs none.
    """
    effect = effect_sizes.log_odds_ratio(corrected(table, zero_cells, "OR"))
    return symmetric_estimate("OR", effect, level, Conventions(f"{_LOG_WALD} (Woolf)", "Wald z", zero_cells))


def peto_odds_ratio(table: TwoByTwo, level: float = 0.95) -> EffectEstimate:
    """Peto's one-step odds ratio exp((O - E)/V) with SE 1/sqrt(V) (Yusuf et al. 1985); one empty arm does no harm."""
    effect = effect_sizes.log_peto_odds_ratio(table)
    return symmetric_estimate("PETO", effect, level, Conventions("Wald on Peto's logarithm", "z = (O - E)/sqrt(V)"))


def rate_ratio(data: PersonTime, level: float = 0.95) -> EffectEstimate:
    """Rate in arm 1 over rate in arm 0, with the Wald interval on the logarithm."""
    return symmetric_estimate("IRR", effect_sizes.log_rate_ratio(data), level, Conventions(_LOG_WALD, "Wald z"))


def rate_difference(data: PersonTime, level: float = 0.95) -> EffectEstimate:
    """Rate in arm 1 less rate in arm 0, per unit of time, with the Wald interval."""
    return symmetric_estimate("IRD", effect_sizes.rate_difference(data), level, Conventions("Wald", "Wald z"))
