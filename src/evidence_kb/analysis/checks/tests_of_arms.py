"""Tests recomputed from the arms: chi-squared and exact tests of counts, t tests of means (S4)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from evidence_kb.analysis.checks.effects import pair_of
from evidence_kb.analysis.checks.excuses import adjusted, modelled, not_crude, of_p
from evidence_kb.analysis.checks.figures import span
from evidence_kb.analysis.checks.intervals import as_bound, below, window
from evidence_kb.analysis.checks.mean_tests import possible_p, spreads_of
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.chi_squared import chi_squared
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.exact import fisher
from evidence_kb.statistics.ratios import odds_ratio, risk_ratio
from evidence_kb.statistics.rounding import ClosedInterval, possible_values
from evidence_kb.statistics.study_data import TwoByTwo

FORMULA_COUNTS = "chi² without and with Yates' correction, Fisher's exact test, Wald tests of RR and OR; two-sided"
FORMULA_MEANS = "t = (m1 − m0) / SE; z, Welch's t or Student's t, two-sided"


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """S4 for every contrast between two arms whose figures allow a test."""
    if not isinstance(claim, ResponseRate | Continuous):
        return
    for index, contrast in enumerate(claim.contrasts):
        if contrast.p is None or contrast.kind not in ("between-arms", "between-groups"):
            continue
        if isinstance(claim, ResponseRate):
            pair = pair_of(claim, contrast, index)
            found = p_of_counts(pair.found) if pair is not None and pair.found else None
            formula = FORMULA_COUNTS
        else:
            found, formula = _of_means(claim, contrast), FORMULA_MEANS
        if found is not None:
            yield _compared(claim, contrast, index, found, formula, kb)


def _compared(
    claim: Finding, contrast: Contrast, index: int, found: ClosedInterval, formula: str, kb: KnowledgeBase
) -> Recomputed:
    assert contrast.p is not None
    fits = possible_values(Printed(as_bound(contrast.p))).meets(found)
    excuse = (
        of_p(claim, contrast, index) or adjusted(contrast, index) or modelled(claim) or not_crude(claim, contrast, kb)
    )
    flips = below(contrast.p, 0.05) is not None and below(contrast.p, 0.05) != _below(found)
    return Recomputed(
        "S4",
        ("contrasts", index, "p"),
        "p from the arms",
        formula,
        str(contrast.p),
        window(found),
        "agrees" if fits else "differs",
        excuse=None if fits else excuse,
        cause="" if fits else "gross" if flips and _below(found) is not None else "p",
    )


def _below(found: ClosedInterval) -> bool | None:
    if found.high < 0.05:
        return True
    return False if found.low > 0.05 else None


def p_of_counts(found: tuple[TwoByTwo, ...]) -> ClosedInterval | None:
    """The range of p that the usual tests give, over all tables that fit; None for tables with nothing to test."""
    values = [p for table in found for p in _tests(table)]
    return ClosedInterval(min(values), max(values)) if values else None


def _tests(table: TwoByTwo) -> list[float]:
    found = chi_squared(table)
    if found is None:
        return []
    values = [found.plain, found.corrected, found.n_less_one, _unpooled(table), *_of_ratios(table)]
    if table.n_1 + table.n_0 <= 5000:
        try:
            exact = fisher(table).p
        except CannotCompute:
            exact = None
        if exact is not None:
            values += [exact, exact / 2]
    return values


def _of_ratios(table: TwoByTwo) -> list[float]:
    """The Wald tests that belong to the intervals of the risk ratio and the odds ratio."""
    found = []
    for compute in (risk_ratio, odds_ratio):
        try:
            p = compute(table, zero_cells="half-where-zero").p
        except CannotCompute:
            continue
        if p is not None:
            found.append(p)
    return found


def _unpooled(table: TwoByTwo) -> float:
    """z of the difference with the variances not pooled."""
    a, b, c, d = table.cells
    variance = a * b / table.n_1**3 + c * d / table.n_0**3
    gap = abs(a / table.n_1 - c / table.n_0)
    return math.erfc(gap / math.sqrt(2 * variance)) if variance > 0 else 0.0 if gap else 1.0


def _of_means(claim: Continuous, contrast: Contrast) -> ClosedInterval | None:
    arms = {arm.arm: arm for arm in claim.arms}
    first, second = arms.get(contrast.of), arms.get(contrast.versus)
    if first is None or second is None or first.centre is None or second.centre is None:
        return None
    if "median" in (first.centre.stat, second.centre.stat):
        return None
    one, other, spreads = span(first.centre.value), span(second.centre.value), spreads_of(first, second)
    if one is None or other is None or spreads is None:
        return None
    return possible_p(one - other, spreads)
