"""Intervals, exact tests and pools agree with scipy, statsmodels and PyMetaAnalysis where those are right."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from evidence_kb.statistics import distributions, exact, means, ratios
from evidence_kb.statistics.between_study_variance import restricted_log_likelihood
from evidence_kb.statistics.difference_of_proportions import risk_difference
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import ScaledEffect
from evidence_kb.statistics.pool import pool
from evidence_kb.statistics.pooling_models import Model, Test
from evidence_kb.statistics.proportion_intervals import ProportionMethod, proportion
from evidence_kb.statistics.study_data import GenericEffect, TwoByTwo, TwoMeans

pytestmark = pytest.mark.oracle

numpy: Any = pytest.importorskip("numpy")
stats: Any = pytest.importorskip("scipy.stats")
LEVELS = (0.9, 0.95, 0.99)


def near(value: float, relative: float = 1e-6) -> object:
    return pytest.approx(value, rel=relative, abs=1e-9)


def tables(count: int, largest: int = 400) -> Iterator[tuple[TwoByTwo, float]]:
    """Random tables, a third of them with an empty cell, each with a level."""
    source = random.Random(20261122)
    for _ in range(count):
        n1, n0 = source.randint(1, largest), source.randint(1, largest)
        events = [source.randint(0, n) if source.random() < 0.7 else source.choice((0, n)) for n in (n1, n0)]
        yield TwoByTwo(events[0], n1, events[1], n0), source.choice(LEVELS)


def test_distributions_agree_with_scipy() -> None:
    source = random.Random(20261122)
    for _ in range(2000):
        p, df1, df2 = 10.0 ** source.uniform(-12, -0.01), source.randint(1, 500), source.randint(1, 5000)
        assert distributions.normal_quantile(p) == near(stats.norm.ppf(p), 1e-9)
        assert distributions.t_from_two_sided_p(p, df1) == near(stats.t.isf(p / 2, df1))
        assert distributions.chi2_from_p(p, df1) == near(stats.chi2.isf(p, df1))
        x = distributions.f_from_p(p, df1, df2)
        assert distributions.f_tail(x, df1, df2) == pytest.approx(stats.f.sf(x, df1, df2), rel=1e-8)


@pytest.mark.parametrize(
    ("method", "oracle"), [("Wilson", "wilson"), ("Clopper-Pearson", "beta"), ("Agresti-Coull", "agresti_coull")]
)
def test_proportions_agree_with_statsmodels(method: ProportionMethod, oracle: str) -> None:
    module: Any = pytest.importorskip("statsmodels.stats.proportion")
    for table, level in tables(700):
        result = proportion(table.events_1, table.n_1, method, level)
        low, high = module.proportion_confint(table.events_1, table.n_1, 1.0 - level, oracle)
        assert (result.low, result.high) == (near(low), near(high))


@pytest.mark.parametrize(("method", "oracle"), [("Newcombe", "newcomb"), ("Agresti-Caffo", "agresti-caffo")])
def test_differences_agree_with_statsmodels(method: Any, oracle: str) -> None:
    """Its score interval is left out: it is wrong in most tables."""
    module: Any = pytest.importorskip("statsmodels.stats.proportion")
    for t, level in tables(700):
        result = risk_difference(t, method, level)
        low, high = module.confint_proportions_2indep(
            t.events_1, t.n_1, t.events_0, t.n_0, method=oracle, compare="diff", alpha=1.0 - level
        )
        assert (result.low, result.high) == (near(low), near(high))


def test_ratios_agree_with_statsmodels() -> None:
    module: Any = pytest.importorskip("statsmodels.stats.contingency_tables")
    for t, level in tables(400):
        if t.has_zero_cell:
            continue
        a, b, c, d = t.cells
        oracle = module.Table2x2([[a, b], [c, d]])
        for result, low_high in (
            (ratios.odds_ratio(t, level), oracle.oddsratio_confint(1.0 - level)),
            (ratios.risk_ratio(t, level), oracle.riskratio_confint(1.0 - level)),
        ):
            assert (result.low, result.high) == (near(low_high[0]), near(low_high[1]))


def test_exact_tests_agree_with_scipy() -> None:
    for t, level in tables(150, 80):
        a, b, c, d = (int(count) for count in t.cells)
        try:
            result = exact.fisher(t, level)
        except CannotCompute:
            assert t.uninformative
            continue
        assert result.p == near(stats.fisher_exact([[a, b], [c, d]])[1])
        oracle = stats.contingency.odds_ratio([[a, b], [c, d]])
        interval = oracle.confidence_interval(level)
        assert result.estimate == near(oracle.statistic)
        assert (result.low, result.high) == (near(interval.low), near(interval.high))


def test_differences_of_means_agree_with_scipy() -> None:
    source = random.Random(20261122)
    for _ in range(500):
        n1, n0 = source.randint(2, 90), source.randint(2, 90)
        arms = TwoMeans(n1, source.gauss(0, 3), source.uniform(0.1, 9), n0, source.gauss(0, 3), source.uniform(0.1, 9))
        for method, pooled in (("Welch", False), ("pooled", True)):
            result = means.mean_difference(arms, "pooled" if pooled else "Welch")
            summary = (arms.mean_1, arms.sd_1, n1, arms.mean_0, arms.sd_0, n0)
            oracle = stats.ttest_ind_from_stats(*summary, equal_var=pooled)
            assert result.statistic == near(oracle.statistic), method
            assert result.p == near(oracle.pvalue), method


def test_mantel_haenszel_agrees_with_statsmodels() -> None:
    """Of its pooled ratios statsmodels has a standard error for the odds ratio alone."""
    module: Any = pytest.importorskip("statsmodels.stats.contingency_tables")
    source = list(tables(900))
    for start in range(0, len(source), 6):
        group = [table for table, _ in source[start : start + 6]]
        result = pool(group, "OR", "MH")
        oracle = module.StratifiedTable([numpy.array([t.cells[:2], t.cells[2:]]) for t in group])
        assert result.scaled == near(oracle.logodds_pooled)
        assert result.se == near(oracle.logodds_pooled_se)
        assert pool(group, "RR", "MH").estimate == near(oracle.riskratio_pooled)


def generic_pools() -> Iterator[tuple[list[GenericEffect], float]]:
    source = random.Random(20261122)
    for _ in range(250):
        spread = source.choice((0.0, 0.3, 2.0))
        errors = [10.0 ** source.uniform(-1.2, 0.3) for _ in range(source.choice((2, 3, 5, 12)))]
        yield [GenericEffect(source.gauss(0.2, math.hypot(spread, se)), se) for se in errors], source.choice(LEVELS)


@pytest.mark.parametrize("test", get_args(Test))
@pytest.mark.parametrize("model", ["DL", "PM", "REML"])
def test_random_effects_agree_with_pymetaanalysis(model: Model, test: Test) -> None:
    module: Any = pytest.importorskip("meta_analyze")
    interval = {"z": "normal", "HK": "hk", "HK-adhoc": "adhoc"}[test]
    lower_maxima = 0
    for studies, level in generic_pools():
        result = pool(studies, "generic", model, test=test, level=level)
        oracle = module.meta_analysis(
            effect=[study.scaled for study in studies],
            standard_error=[study.se for study in studies],
            model="random",
            tau2_method=model,
            ci_method=interval,
            confidence_level=level,
        )
        assert result.heterogeneity is not None
        tau_squared = result.heterogeneity.tau_squared
        assert tau_squared is not None
        if model == "REML" and tau_squared != near(oracle.tau2, 1e-5):
            # A likelihood with two maxima: the oracle may stop at the lower one, but ours must be the higher.
            effects = [ScaledEffect(study.scaled, study.se**2) for study in studies]
            likelihoods = [restricted_log_likelihood(effects, each) for each in (tau_squared, oracle.tau2)]
            assert likelihoods[0] > likelihoods[1]
            lower_maxima += 1
            continue
        assert tau_squared == near(oracle.tau2, 1e-5)
        assert (result.scaled, result.se) == (near(oracle.estimate), near(oracle.standard_error))
        assert (result.scaled_low, result.scaled_high) == (near(oracle.ci_low), near(oracle.ci_high))
        if result.prediction is not None:
            assert result.prediction.scaled_low == near(oracle.prediction_interval[0])
    assert lower_maxima <= 3
