"""Chi-squared tests of a 2x2 table: plain, with Yates' correction, and with n - 1."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.statistics.distributions import chi2_tail
from evidence_kb.statistics.study_data import TwoByTwo


@dataclass(frozen=True, slots=True)
class ChiSquared:
    """p of the three tests in use.

    `plain` is Pearson's (1900, Phil Mag 50, 157-175), `corrected` that of Yates (1934, Suppl J R Stat Soc 1, 217-235),
    `n_less_one` multiplies Pearson's statistic by (n - 1) / n (Campbell 2007, Stat Med 26, 3661-3675).
    """

    plain: float
    corrected: float
    n_less_one: float


def chi_squared(table: TwoByTwo) -> ChiSquared | None:
    """n (ad - bc)^2 / product of the margins, one degree of freedom; None where a margin is empty."""
    a, b, c, d = table.cells
    margins = (a + c) * (b + d) * table.n_1 * table.n_0
    if margins == 0:
        return None
    total = table.n_1 + table.n_0
    gap = abs(a * d - b * c)
    return ChiSquared(
        plain=chi2_tail(total * gap**2 / margins, 1),
        corrected=chi2_tail(total * max(0.0, gap - total / 2) ** 2 / margins, 1),
        n_less_one=chi2_tail(max(0.0, total - 1) * gap**2 / margins, 1),
    )
