"""One comparison: intervals hold their estimate, mirror with the arms, and refuse what has no answer."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evidence_kb.statistics import effect_sizes, exact, means, ratios
from evidence_kb.statistics.continuity import ZeroCells, corrected, corrected_all, corrected_arms
from evidence_kb.statistics.difference_of_proportions import (
    DifferenceMethod,
    restricted_proportions,
    risk_difference,
    score_statistic,
)
from evidence_kb.statistics.distributions import critical_z
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import EffectEstimate
from evidence_kb.statistics.number_needed import Needed, number_needed
from evidence_kb.statistics.proportion_intervals import ProportionMethod, proportion
from evidence_kb.statistics.study_data import GenericEffect, PersonTime, SingleArm, TwoByTwo, TwoMeans

FEW = settings(max_examples=35, deadline=None)
LEVELS = st.sampled_from([0.8, 0.9, 0.95, 0.99])
COUNTS = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
TABLES = st.tuples(COUNTS, COUNTS).map(lambda arms: TwoByTwo(*arms[0], *arms[1]))
FILLED = TABLES.filter(lambda table: not table.has_zero_cell)
MEANS = st.builds(
    TwoMeans,
    st.integers(2, 400),
    st.floats(-50, 50),
    st.floats(0.1, 30),
    st.integers(2, 400),
    st.floats(-50, 50),
    st.floats(0.1, 30),
)
SCORE_METHODS: tuple[DifferenceMethod, ...] = ("Newcombe", "Miettinen-Nurminen", "Mee")


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def swapped(table: TwoByTwo) -> TwoByTwo:
    return TwoByTwo(table.events_0, table.n_0, table.events_1, table.n_1)


def others(table: TwoByTwo) -> TwoByTwo:
    return TwoByTwo(table.n_1 - table.events_1, table.n_1, table.n_0 - table.events_0, table.n_0)


def ordered(result: EffectEstimate) -> bool:
    return result.low <= result.estimate <= result.high


@FEW
@given(COUNTS, LEVELS, st.sampled_from(["Wilson", "Clopper-Pearson"]))
def test_a_proportion_lies_in_its_interval_and_mirrors(
    counted: tuple[int, int], level: float, method: ProportionMethod
) -> None:
    events, n = counted
    result, mirror = proportion(events, n, method, level), proportion(n - events, n, method, level)
    assert 0.0 <= result.low <= result.estimate <= result.high <= 1.0
    assert (result.low, result.high) == (close(1.0 - mirror.high), close(1.0 - mirror.low))
    assert result.interval_method == method
    wider = proportion(events, n, method, 0.999)
    assert wider.low <= result.low
    assert wider.high >= result.high


@FEW
@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))), LEVELS)
def test_clopper_pearson_limits_have_the_promised_tails(counted: tuple[int, int], level: float) -> None:
    """At the limit, the observed count or one more extreme has half of 1 - level: added up term by term."""
    events, n = counted
    low = Fraction(proportion(events, n, "Clopper-Pearson", level).low)
    tail = sum(math.comb(n, k) * low**k * (1 - low) ** (n - k) for k in range(events, n + 1))
    assert float(tail) == close((1.0 - level) / 2.0)


@FEW
@given(COUNTS, LEVELS)
def test_wilson_limits_are_those_the_score_test_just_accepts(counted: tuple[int, int], level: float) -> None:
    events, n = counted
    assume(events > 0)
    low = proportion(events, n, "Wilson", level).low
    assert (events / n - low) / math.sqrt(low * (1.0 - low) / n) == close(critical_z(level))


def test_wald_and_agresti_coull_are_cut_off_where_they_leave_0_to_1() -> None:
    wald, agresti_coull = proportion(1, 30, "Wald"), proportion(0, 30, "Agresti-Coull")
    assert wald.low == agresti_coull.low == 0.0
    assert wald.notes == agresti_coull.notes != ()
    assert proportion(15, 30, "Wald").high == close(0.5 + critical_z(0.95) * math.sqrt(0.25 / 30))
    with pytest.raises(CannotCompute, match="no width"):
        proportion(0, 30, "Wald")


def test_the_rule_of_three_holds_for_no_event_among_many() -> None:
    assert proportion(0, 10**6, "Clopper-Pearson", 0.9).high * 10**6 == pytest.approx(-math.log(0.05), rel=1e-5)
    assert proportion(1, 10**9, "Clopper-Pearson").low == pytest.approx(-math.log(0.975) / 10**9, rel=1e-6)


@FEW
@given(TABLES, LEVELS, st.sampled_from(SCORE_METHODS))
def test_differences_lie_in_their_interval_and_change_sign_with_the_arms(
    table: TwoByTwo, level: float, method: DifferenceMethod
) -> None:
    result = risk_difference(table, method, level)
    assert ordered(result)
    assert result.low >= -1.0
    assert result.high <= 1.0
    for mirror in (risk_difference(swapped(table), method, level), risk_difference(others(table), method, level)):
        assert (mirror.low, mirror.high) == (close(-result.high), close(-result.low))


@FEW
@given(TABLES, LEVELS)
def test_score_limits_are_those_the_test_just_accepts(table: TwoByTwo, level: float) -> None:
    result = risk_difference(table, "Miettinen-Nurminen", level)
    for limit in (result.low, result.high):
        if abs(limit) < 1.0:
            assert abs(score_statistic(table, limit)) == pytest.approx(critical_z(level), rel=1e-6)


@FEW
@given(TABLES, st.floats(-0.99, 0.99))
def test_restricted_proportions_are_the_likeliest(table: TwoByTwo, difference: float) -> None:
    def log_likelihood(p1: float, p0: float) -> float:
        pairs = zip(table.cells, (p1, 1.0 - p1, p0, 1.0 - p0), strict=True)
        return math.fsum(n * math.log(max(p, 1e-290)) for n, p in pairs if n)

    p1, p0 = restricted_proportions(table, difference)
    assert p1 - p0 == pytest.approx(difference, abs=1e-12)
    best = log_likelihood(p1, p0)
    for share in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0):
        other = max(0.0, -difference) + share * (1.0 - abs(difference))
        assert log_likelihood(min(1.0, other + difference), other) <= best + 1e-7 * max(1.0, abs(best))


@FEW
@given(TABLES)
def test_at_no_difference_the_restricted_proportion_is_the_overall_one(table: TwoByTwo) -> None:
    overall = (table.events_1 + table.events_0) / (table.n_1 + table.n_0)
    assert restricted_proportions(table, 0.0) == (close(overall), close(overall))


def test_wald_difference_without_width_is_refused() -> None:
    with pytest.raises(CannotCompute, match="standard error"):
        risk_difference(TwoByTwo(0, 20, 0, 30), "Wald")
    assert risk_difference(TwoByTwo(0, 20, 0, 30), "Wald", zero_cells="half-where-zero").zero_cells == "half-where-zero"


@FEW
@given(FILLED, LEVELS)
def test_ratios_invert_when_arms_are_swapped(table: TwoByTwo, level: float) -> None:
    for ratio in (ratios.risk_ratio, ratios.odds_ratio, ratios.peto_odds_ratio):
        result, mirror = ratio(table, level), ratio(swapped(table), level)
        assert ordered(result)
        assert (result.estimate, result.low, result.high) == tuple(
            close(1.0 / value) for value in (mirror.estimate, mirror.high, mirror.low)
        )
        assert result.p == close(mirror.p or math.nan)
    complement = ratios.odds_ratio(others(table), level)
    assert ratios.odds_ratio(table, level).low == close(1.0 / complement.high)


@FEW
@given(FILLED, st.integers(2, 50))
def test_more_of_the_same_people_narrow_the_interval_only(table: TwoByTwo, factor: int) -> None:
    many = TwoByTwo(factor * table.events_1, factor * table.n_1, factor * table.events_0, factor * table.n_0)
    for ratio in (ratios.risk_ratio, ratios.odds_ratio):
        few_result, many_result = ratio(table), ratio(many)
        assert few_result.estimate == close(many_result.estimate)
        assert few_result.se == close(math.sqrt(factor) * (many_result.se or math.nan))


@FEW
@given(st.integers(1, 12), st.integers(1, 12), st.data())
def test_fisher_agrees_with_counting_every_table(n1: int, n0: int, data: st.DataObject) -> None:
    a, c = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n0))
    events = a + c
    assume(0 < events < n1 + n0)
    ways = {k: math.comb(n1, k) * math.comb(n0, events - k) for k in range(max(0, events - n0), min(n1, events) + 1)}
    assume(len(ways) > 1)
    result = exact.fisher(TwoByTwo(a, n1, c, n0))
    assert result.p == close(sum(w for w in ways.values() if w <= ways[a]) / sum(ways.values()))
    assert ordered(result)
    if result.low > 0.0:
        weights = {k: w * result.low**k for k, w in ways.items()}
        upper = math.fsum(w for k, w in weights.items() if k >= a) / math.fsum(weights.values())
        assert upper == pytest.approx(0.025, rel=1e-6)
    if result.scaled is not None:
        weights = {k: w * result.estimate**k for k, w in ways.items()}
        assert math.fsum(k * w for k, w in weights.items()) / math.fsum(weights.values()) == pytest.approx(a, rel=1e-6)


def test_fisher_reaches_zero_and_infinity_and_refuses_what_it_cannot_do() -> None:
    assert exact.fisher(TwoByTwo(0, 10, 5, 10)).low == exact.fisher(TwoByTwo(0, 10, 5, 10)).estimate == 0.0
    assert exact.fisher(TwoByTwo(5, 10, 0, 10)).high == math.inf
    with pytest.raises(CannotCompute, match="whole numbers"):
        exact.fisher(TwoByTwo(2.5, 10, 5, 10))
    with pytest.raises(CannotCompute, match="nothing to test"):
        exact.fisher(TwoByTwo(0, 10, 0, 10))


@pytest.mark.parametrize("table", [TwoByTwo(0, 10, 3, 10), TwoByTwo(0, 10, 0, 10), TwoByTwo(10, 10, 10, 10)])
def test_ratios_without_an_answer_are_refused(table: TwoByTwo) -> None:
    for ratio in (ratios.risk_ratio, ratios.odds_ratio):
        with pytest.raises(CannotCompute):
            ratio(table)
        assert ordered(ratio(table, zero_cells="half-where-zero"))


def test_zero_cell_conventions_do_what_their_names_say() -> None:
    tables = [TwoByTwo(0, 20, 3, 60), TwoByTwo(5, 20, 3, 60), TwoByTwo(20, 20, 3, 60)]
    first, second, third = tables
    assert corrected_all(tables, "none", "RR") == tables
    assert corrected_all(tables, "half-where-zero", "RR") == [
        TwoByTwo(0.5, 21, 3.5, 61),
        second,
        TwoByTwo(20.5, 21, 3.5, 61),
    ]
    assert corrected_all(tables, "half-where-needed", "RR") == [TwoByTwo(0.5, 21, 3.5, 61), second, third]
    assert corrected_all(tables, "half-where-needed", "RD") == tables
    assert corrected_all([second], "half-if-any-zero", "OR") == [second]
    assert all(t.events_0 == 3.5 for t in corrected_all(tables, "half-if-any-zero", "OR"))
    assert all(t.events_0 == 3.5 for t in corrected_all([second], "half-in-all", "OR"))
    assert corrected(first, "treatment-arm", "OR") == TwoByTwo(0.25, 20.5, 3.75, 61.5)
    assert corrected_arms([SingleArm(0, 9), SingleArm(2, 9)], "half-where-zero") == [
        SingleArm(0.5, 10),
        SingleArm(2, 9),
    ]
    with pytest.raises(CannotCompute, match="two arms"):
        corrected_arms([SingleArm(0, 9)], "treatment-arm")
    assert set(get_args(ZeroCells)) >= {"none", "half-where-zero", "treatment-arm"}


def test_numbers_needed_through_infinity() -> None:
    """The example of Altman (1998): 10 points (-5 to 25) is NNTB 10, from NNTB 4 through infinity to NNTH 20."""
    difference = EffectEstimate("RD", 0.10, -0.05, 0.25, 0.95, "identity", "as given")
    wanted = number_needed(difference, "wanted")
    assert wanted.through_infinity
    assert (wanted.estimate, wanted.most_benefit, wanted.most_harm) == (
        Needed("NNTB", 10.0),
        Needed("NNTB", 4.0),
        Needed("NNTH", 20.0),
    )
    unwanted = number_needed(difference, "unwanted")
    assert (unwanted.estimate.kind, unwanted.most_benefit, unwanted.most_harm) == (
        "NNTH",
        Needed("NNTB", 20.0),
        Needed("NNTH", 4.0),
    )
    clear = number_needed(replace(difference, low=0.05), "wanted")
    assert not clear.through_infinity
    assert clear.most_harm == Needed("NNTB", 20.0)
    assert number_needed(replace(difference, estimate=0.0), "wanted").estimate.number == math.inf
    with pytest.raises(CannotCompute, match="risk difference"):
        number_needed(replace(difference, measure="RR"), "wanted")


@FEW
@given(MEANS, LEVELS, st.floats(0.01, 100.0))
def test_mean_differences_move_with_the_unit_and_g_does_not(arms: TwoMeans, level: float, unit: float) -> None:
    scaled = TwoMeans(arms.n_1, unit * arms.mean_1, unit * arms.sd_1, arms.n_0, unit * arms.mean_0, unit * arms.sd_0)
    for method in get_args(means.MeanMethod):
        result, larger = means.mean_difference(arms, method, level), means.mean_difference(scaled, method, level)
        assert ordered(result)
        assert larger.low == pytest.approx(unit * result.low, rel=1e-9, abs=1e-9 * unit)
        assert larger.p == pytest.approx(result.p, rel=1e-6, abs=1e-300)
    g, g_of_larger = means.standardized_mean_difference(arms, "LS", level), means.standardized_mean_difference(scaled)
    assert ordered(g)
    assert g.estimate == pytest.approx(g_of_larger.estimate, rel=1e-9, abs=1e-12)


def test_t_intervals_are_wider_than_z_and_equal_arms_agree() -> None:
    arms = TwoMeans(10, 5.0, 2.0, 10, 3.0, 2.0)
    z, welch, pooled = (means.mean_difference(arms, method) for method in ("z", "Welch", "pooled"))
    assert welch.df == pooled.df == 18.0
    assert welch.low == close(pooled.low)
    assert welch.low < z.low
    with pytest.raises(CannotCompute):
        means.mean_difference(TwoMeans(10, 5.0, 0.0, 10, 3.0, 0.0))


@pytest.mark.parametrize("df", [2, 3, 4, 10, 39, 40, 100, 1000, 99_999, 100_001, 10**7])
def test_the_small_sample_correction_is_exact(df: int) -> None:
    """The product of two neighbours has no gamma function left, as Gamma((m+1)/2) / Gamma((m-1)/2) is (m-1)/2."""
    j, following = effect_sizes.small_sample_correction(df), effect_sizes.small_sample_correction(df + 1)
    assert j * following == pytest.approx((df - 1) / math.sqrt(df * (df + 1)), rel=1e-10)
    assert j == pytest.approx(1.0 - 3.0 / (4.0 * df - 1.0), abs=0.02 / df)


def test_review_manager_has_its_own_g() -> None:
    arms = TwoMeans(20, 5.0, 2.0, 25, 3.0, 2.0)
    g, review_manager = effect_sizes.hedges_g(arms), effect_sizes.hedges_g(arms, "RevMan")
    assert review_manager.value == close(1.0 - 3.0 / (4 * 45 - 9))
    assert review_manager.variance == close(45 / 500 + review_manager.value**2 / (2 * (45 - 3.94)))
    assert g.value == pytest.approx(review_manager.value, rel=1e-3)
    assert g.variance != close(review_manager.variance)


def test_ratio_of_means_is_free_of_the_unit_and_needs_one_sign() -> None:
    result = means.ratio_of_means(TwoMeans(40, 6.0, 2.0, 50, 3.0, 1.0))
    assert result.estimate == close(2.0)
    assert result.se == close(math.sqrt(1 / 9 / 40 + 1 / 9 / 50))
    with pytest.raises(CannotCompute, match="same sign"):
        means.ratio_of_means(TwoMeans(40, 6.0, 2.0, 50, -3.0, 1.0))


def test_rates() -> None:
    data = PersonTime(41, 28_010.0, 15, 19_017.0)
    ratio, difference = ratios.rate_ratio(data), ratios.rate_difference(data)
    assert ratio.estimate == close(41 / 28_010 / (15 / 19_017))
    assert ratio.se == close(math.sqrt(1 / 41 + 1 / 15))
    assert ordered(ratio)
    assert ordered(difference)
    hours = ratios.rate_ratio(PersonTime(41, 24 * 28_010.0, 15, 24 * 19_017.0))
    assert hours.low == close(ratio.low)
    with pytest.raises(CannotCompute, match="without events"):
        ratios.rate_ratio(PersonTime(0, 10.0, 5, 10.0))


@FEW
@given(FILLED)
def test_an_effect_read_back_from_its_interval_is_itself(table: TwoByTwo) -> None:
    result = ratios.odds_ratio(table)
    read = GenericEffect.from_interval(result.estimate, result.low, result.high, "log")
    assert (read.scaled, read.se) == (close(result.scaled or 0.0), close(result.se or math.nan))


@pytest.mark.parametrize(
    ("events", "n"), [(5, 4), (-1, 4), (0, 0), (math.nan, 4), (1, math.inf)], ids=lambda value: str(value)
)
def test_impossible_counts_are_refused(events: float, n: float) -> None:
    with pytest.raises(CannotCompute):
        TwoByTwo(events, n, 1, 2)
    with pytest.raises(CannotCompute):
        SingleArm(events, n)
