"""The intervals that authors may have printed for one table, method by method, the usual one first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence_kb.statistics.difference_of_proportions import risk_difference
from evidence_kb.statistics.distributions import critical_z
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import EffectEstimate
from evidence_kb.statistics.exact import fisher
from evidence_kb.statistics.ratios import odds_ratio, peto_odds_ratio, risk_ratio
from evidence_kb.statistics.study_data import TwoByTwo

LARGEST_EXACT = 2000
"""People beyond which an exact interval is not tried: there it agrees with the others."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One interval on the measure's own scale (shares, not points) with the name of its method."""

    name: str
    low: float
    high: float


def candidates(measure: str, table: TwoByTwo, level: float) -> Iterator[Candidate]:
    """Every interval that can be computed; methods that refuse the table are left out."""
    for compute in _METHODS.get(measure, ()):
        try:
            found = compute(table, level)
        except CannotCompute:
            continue
        if found is not None:
            yield found


def _named(estimate: EffectEstimate) -> Candidate:
    cells = "" if estimate.zero_cells == "none" else f", empty cells: {estimate.zero_cells}"
    return Candidate(f"{estimate.interval_method}{cells}", estimate.low, estimate.high)


def _katz(table: TwoByTwo, level: float) -> Candidate:
    return _named(risk_ratio(table, level))


def _katz_corrected(table: TwoByTwo, level: float) -> Candidate | None:
    return _named(risk_ratio(table, level, "half-where-zero")) if table.has_zero_cell else None


def _woolf(table: TwoByTwo, level: float) -> Candidate:
    return _named(odds_ratio(table, level))


def _woolf_corrected(table: TwoByTwo, level: float) -> Candidate:
    return _named(odds_ratio(table, level, "half-in-all"))


def _exact(table: TwoByTwo, level: float) -> Candidate | None:
    if table.n_1 + table.n_0 > LARGEST_EXACT:
        return None
    return _named(fisher(table, level))


def _peto(table: TwoByTwo, level: float) -> Candidate:
    return _named(peto_odds_ratio(table, level))


def _wald(table: TwoByTwo, level: float) -> Candidate:
    return _named(risk_difference(table, "Wald", level))


def _newcombe(table: TwoByTwo, level: float) -> Candidate:
    return _named(risk_difference(table, "Newcombe", level))


def _score(table: TwoByTwo, level: float) -> Candidate:
    return _named(risk_difference(table, "Miettinen-Nurminen", level))


def _mee(table: TwoByTwo, level: float) -> Candidate:
    return _named(risk_difference(table, "Mee", level))


def _agresti_caffo(table: TwoByTwo, level: float) -> Candidate:
    return _named(risk_difference(table, "Agresti-Caffo", level))


def _wald_continuity(table: TwoByTwo, level: float) -> Candidate:
    """Wald with a correction of half of 1/n1 + 1/n0 on each side (Fleiss, Levin and Paik 2003, equation 2.14)."""
    plain = risk_difference(table, "Wald", level)
    half = (1 / table.n_1 + 1 / table.n_0) / 2
    return Candidate("Wald with continuity correction", plain.low - half, plain.high + half)


def _wald_pooled(table: TwoByTwo, level: float) -> Candidate:
    """Wald with the variance under no difference, as some programs print it."""
    share = (table.events_1 + table.events_0) / (table.n_1 + table.n_0)
    gap = table.events_1 / table.n_1 - table.events_0 / table.n_0
    margin = critical_z(level) * (share * (1 - share) * (1 / table.n_1 + 1 / table.n_0)) ** 0.5
    return Candidate("Wald, pooled variance", gap - margin, gap + margin)


_DIFFERENCES: tuple[Callable[[TwoByTwo, float], Candidate | None], ...] = (
    _wald,
    _newcombe,
    _score,
    _mee,
    _agresti_caffo,
    _wald_continuity,
    _wald_pooled,
)
_METHODS: dict[str, tuple[Callable[[TwoByTwo, float], Candidate | None], ...]] = {
    "risk_ratio": (_katz, _katz_corrected),
    "odds_ratio": (_woolf, _woolf_corrected, _exact, _peto),
    "peto_odds_ratio": (_peto,),
    "risk_difference": _DIFFERENCES,
    "percent_difference": _DIFFERENCES,
}
