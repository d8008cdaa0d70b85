"""Pooling: symmetries, agreement of models where they must agree, edge cases answered or refused."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evidence_kb.statistics import ratios
from evidence_kb.statistics.between_study_variance import (
    dersimonian_laird,
    paule_mandel,
    q_profile,
    restricted_log_likelihood,
    restricted_maximum_likelihood,
)
from evidence_kb.statistics.continuity import ZeroCells
from evidence_kb.statistics.distributions import chi2_tail, critical_t, critical_z
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure, ScaledEffect, from_scale
from evidence_kb.statistics.inverse_variance import q_statistic
from evidence_kb.statistics.pool import pool
from evidence_kb.statistics.pooled_estimate import PooledEstimate
from evidence_kb.statistics.pooling_models import Model, Test
from evidence_kb.statistics.study_data import GenericEffect, PersonTime, SingleArm, TwoByTwo, TwoMeans

FEW = settings(max_examples=35, deadline=None)
RANDOM: tuple[Model, ...] = ("DL", "PM", "REML")
MODELS: tuple[Model, ...] = ("common", *RANDOM)
TESTS: tuple[Test, ...] = get_args(Test)
EFFECTS = st.lists(st.builds(GenericEffect, st.floats(-3, 3), st.floats(0.05, 2.0)), min_size=2, max_size=12)
COUNTS = st.integers(2, 200).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))
TABLES = st.lists(st.tuples(COUNTS, COUNTS).map(lambda arms: TwoByTwo(*arms[0], *arms[1])), min_size=2, max_size=8)
SPARSE = [TwoByTwo(0, 100, 3, 100, "a"), TwoByTwo(1, 50, 4, 50, "b"), TwoByTwo(0, 40, 0, 40, "silent")]


def close(value: float | None, relative: float = 1e-8) -> object:
    assert value is not None
    return pytest.approx(value, rel=relative, abs=1e-10)


def scaled_effects(studies: list[GenericEffect]) -> list[ScaledEffect]:
    return [ScaledEffect(study.scaled, study.se**2) for study in studies]


def tau_squared(result: PooledEstimate) -> float:
    assert result.heterogeneity is not None
    assert result.heterogeneity.tau_squared is not None
    return result.heterogeneity.tau_squared


@FEW
@given(EFFECTS, st.sampled_from(MODELS), st.randoms(use_true_random=False))
def test_the_order_of_studies_does_not_matter(studies: list[GenericEffect], model: Model, random: Any) -> None:
    other = list(studies)
    random.shuffle(other)
    first, second = pool(studies, "generic", model), pool(other, "generic", model)
    assert (first.scaled, first.se, first.p) == (close(second.scaled), close(second.se), close(second.p))


@FEW
@given(EFFECTS, st.sampled_from(MODELS), st.floats(0.001, 1000.0), st.floats(-5, 5))
def test_unit_and_origin_carry_through(studies: list[GenericEffect], model: Model, unit: float, shift: float) -> None:
    moved = [GenericEffect(unit * (study.scaled + shift), unit * study.se) for study in studies]
    first, second = pool(studies, "generic", model), pool(moved, "generic", model)
    assert second.scaled / unit == pytest.approx(first.scaled + shift, abs=1e-6)
    assert second.se / unit == pytest.approx(first.se, rel=1e-6)


@FEW
@given(TABLES, st.sampled_from(["OR", "RR", "RD"]), st.sampled_from(["MH", *MODELS]))
def test_swapping_the_arms_turns_the_effect_round(tables: list[TwoByTwo], measure: Measure, model: Model) -> None:
    swapped = [TwoByTwo(t.events_0, t.n_0, t.events_1, t.n_1) for t in tables]
    first, second = pool(tables, measure, model), pool(swapped, measure, model)
    assert (first.scaled_low, first.scaled_high) == (close(-second.scaled_high), close(-second.scaled_low))
    assert first.se == close(second.se)


@FEW
@given(TABLES, st.sampled_from(["MH", "Peto", *MODELS]))
def test_swapping_the_outcome_inverts_the_odds_ratio(tables: list[TwoByTwo], model: Model) -> None:
    others = [TwoByTwo(t.n_1 - t.events_1, t.n_1, t.n_0 - t.events_0, t.n_0) for t in tables]
    first, second = pool(tables, "OR", model), pool(others, "OR", model)
    assert first.estimate == close(1.0 / second.estimate)
    assert first.se == close(second.se)


@FEW
@given(EFFECTS, st.sampled_from(RANDOM))
def test_random_effects_with_no_variance_between_studies_are_the_common_effect(
    studies: list[GenericEffect], model: Model
) -> None:
    result = pool(studies, "generic", model)
    if tau_squared(result) == 0.0:
        common = pool(studies, "generic", "common")
        assert (result.scaled, result.se) == (close(common.scaled), close(common.se))
    alike = [replace(study, scaled=1.0) for study in studies]
    assert tau_squared(pool(alike, "generic", model)) == 0.0


@FEW
@given(EFFECTS)
def test_each_estimate_of_tau_squared_meets_its_own_definition(studies: list[GenericEffect]) -> None:
    effects = scaled_effects(studies)
    df = len(effects) - 1
    w = [1.0 / effect.variance for effect in effects]
    plain = (q_statistic(effects) - df) / (sum(w) - sum(x * x for x in w) / sum(w))
    assert dersimonian_laird(effects) == pytest.approx(max(0.0, plain), rel=1e-7, abs=1e-9)
    paule = paule_mandel(effects)
    assert (q_statistic(effects, paule) == close(float(df))) if paule > 0.0 else q_statistic(effects) <= df + 1e-9
    best = restricted_maximum_likelihood(effects)
    peak = restricted_log_likelihood(effects, best)
    for factor in (0.0, 0.3, 0.9, 0.99, 1.01, 1.1, 3.0):
        assert restricted_log_likelihood(effects, factor * best) <= peak + 1e-9
    assert restricted_log_likelihood(effects, best + 1e-3) <= peak + 1e-9


@FEW
@given(EFFECTS, st.sampled_from([0.8, 0.95]))
def test_q_profile_limits_leave_equal_tails(studies: list[GenericEffect], level: float) -> None:
    effects, df, tail = scaled_effects(studies), len(studies) - 1, (1.0 - level) / 2.0
    interval = q_profile(effects, level)
    if interval is None:
        assert chi2_tail(q_statistic(effects), df) > 1.0 - tail
        return
    low, high = interval
    if low > 0.0:
        assert chi2_tail(q_statistic(effects, low), df) == close(tail)
    if high > 0.0:
        assert chi2_tail(q_statistic(effects, high), df) == close(1.0 - tail)
    assert low <= paule_mandel(effects) <= high


@FEW
@given(EFFECTS, st.sampled_from(MODELS))
def test_more_confidence_is_a_wider_interval_about_the_same_estimate(
    studies: list[GenericEffect], model: Model
) -> None:
    narrow, wide = pool(studies, "generic", model, level=0.9), pool(studies, "generic", model, level=0.99)
    assert narrow.scaled == wide.scaled
    assert wide.scaled_low < narrow.scaled_low < narrow.scaled < narrow.scaled_high < wide.scaled_high


@FEW
@given(EFFECTS, st.sampled_from(RANDOM))
def test_hartung_knapp_scales_the_variance_by_its_factor(studies: list[GenericEffect], model: Model) -> None:
    assume(len({study.scaled for study in studies}) > 1)
    plain = pool(studies, "generic", model)
    df = len(studies) - 1
    q = q_statistic(scaled_effects(studies), tau_squared(plain)) / df
    assume(q > 1e-9)
    result, adhoc = (pool(studies, "generic", model, test=test) for test in ("HK", "HK-adhoc"))
    assert result.scaled == plain.scaled
    assert result.se == close(plain.se * math.sqrt(q))
    assert adhoc.se == close(plain.se * math.sqrt(max(1.0, q)))
    assert result.df == adhoc.df == df
    assert result.scaled_high - result.scaled == close(critical_t(0.95, df) * result.se)


@FEW
@given(EFFECTS, st.sampled_from(RANDOM))
def test_the_prediction_interval_adds_the_variance_between_studies(studies: list[GenericEffect], model: Model) -> None:
    result = pool(studies, "generic", model)
    if len(studies) == 2:
        assert result.prediction is None
        assert any("prediction" in note for note in result.notes)
        return
    assert result.prediction is not None
    assert result.prediction.df == len(studies) - 2
    margin = critical_t(0.95, len(studies) - 2) * math.hypot(result.se, math.sqrt(tau_squared(result)))
    assert result.prediction.scaled_high - result.scaled == close(margin)
    by_z = pool(studies, "generic", model, prediction="z").prediction
    assert by_z is not None
    assert by_z.scaled_high - result.scaled == close(margin * critical_z(0.95) / critical_t(0.95, len(studies) - 2))


@FEW
@given(EFFECTS)
def test_both_definitions_of_i_squared_agree_for_dersimonian_laird(studies: list[GenericEffect]) -> None:
    spread = pool(studies, "generic", "DL").heterogeneity
    assert spread is not None
    assert spread.i_squared_from_tau == pytest.approx(spread.i_squared, abs=1e-7)
    assert spread.h_squared_from_tau == pytest.approx(max(1.0, spread.h_squared), rel=1e-7)
    assert spread.p == close(chi2_tail(spread.q, spread.df))


@FEW
@given(TABLES, st.sampled_from(["OR", "RR", "RD"]), st.sampled_from(MODELS))
def test_a_pool_of_one_study_is_that_study(tables: list[TwoByTwo], measure: Measure, model: Model) -> None:
    table = tables[0]
    result = pool([table], measure, model)
    assert result.k == 1
    assert result.heterogeneity is None
    assert any("one study" in note for note in result.notes)
    if measure == "OR":
        single = ratios.odds_ratio(table)
        assert (result.estimate, result.low, result.high) == (
            close(single.estimate),
            close(single.low),
            close(single.high),
        )
        one = pool([table], "OR", "MH")
        assert (one.estimate, one.se) == (close(single.estimate), close(single.se))
        peto = ratios.peto_odds_ratio(table)
        assert pool([table], "OR", "Peto").low == close(peto.low)
    if measure == "RR":
        single = ratios.risk_ratio(table)
        assert pool([table], "RR", "MH").se == close(single.se)


@FEW
@given(TABLES, st.integers(2, 6))
def test_the_same_study_again_and_again_changes_the_precision_only(tables: list[TwoByTwo], times: int) -> None:
    table = tables[0]
    models: tuple[Model, ...] = ("MH", "Peto", *MODELS)
    for model in models:
        one, many = pool([table], "OR", model), pool([table] * times, "OR", model)
        assert many.scaled == close(one.scaled, 1e-7)
        assert many.se == close(one.se / math.sqrt(times))
        assert many.heterogeneity is not None
        assert many.heterogeneity.i_squared == pytest.approx(0.0, abs=1e-9)


@FEW
@given(TABLES)
def test_review_managers_variant_takes_q_about_mantel_haenszel(tables: list[TwoByTwo]) -> None:
    for measure in ("OR", "RR", "RD"):
        plain = pool(tables, measure, "DL")
        variant = pool(tables, measure, "DL-RevMan")
        about = pool(tables, measure, "MH")
        assert plain.heterogeneity is not None
        assert variant.heterogeneity is not None
        assert about.heterogeneity is not None
        assert variant.heterogeneity.q == close(about.heterogeneity.q)
        assert variant.heterogeneity.q >= plain.heterogeneity.q - 1e-9
        assert tau_squared(variant) >= tau_squared(plain) - 1e-9
        assert "Mantel-Haenszel" in variant.heterogeneity.q_about


def test_the_variances_of_a_pooled_risk_difference_are_named_and_near() -> None:
    tables = [TwoByTwo(12, 100, 20, 110), TwoByTwo(30, 200, 40, 190), TwoByTwo(5, 60, 9, 50)]
    sato = pool(tables, "RD", "MH")
    greenland = pool(tables, "RD", "MH", rd_variance="Greenland-Robins")
    assert sato.estimate == greenland.estimate
    assert sato.se == pytest.approx(greenland.se, rel=0.02)
    assert sato.se != greenland.se
    assert ("Sato" in sato.model, "Greenland-Robins" in greenland.model) == (True, True)


def test_uninformative_studies_are_left_out_by_name_and_can_be_asked_in() -> None:
    for model in (*MODELS, "MH", "Peto", "DL-RevMan"):
        assert model in get_args(Model)
        result = pool(SPARSE, "OR", model)
        assert result.excluded == ("silent",)
        assert result.k == 2
        assert result.estimate == close(pool(SPARSE[:2], "OR", model).estimate)
    asked_in = pool(SPARSE, "OR", "common", double_zero="include")
    assert (asked_in.k, asked_in.excluded, asked_in.double_zero) == (3, (), "include")
    differences = pool(SPARSE, "RD", "MH")
    assert (differences.k, differences.excluded) == (3, ())


def test_the_convention_for_empty_cells_decides_and_is_told() -> None:
    unequal = [TwoByTwo(0, 100, 3, 60), TwoByTwo(1, 50, 4, 50)]
    conventions: tuple[ZeroCells, ...] = ("none", "half-where-zero", "treatment-arm")
    results = {cells: pool(unequal, "OR", "MH", zero_cells=cells) for cells in conventions}
    assert [result.zero_cells for result in results.values()] == list(conventions)
    assert len({round(result.estimate, 3) for result in results.values()}) == 3
    assert pool(SPARSE, "OR", "DL").zero_cells == "half-where-zero"
    assert pool([GenericEffect(0.1, 0.2)], "generic", "DL").zero_cells == "not applicable"


@pytest.mark.parametrize("measure", ["OR", "RR"])
@pytest.mark.parametrize("model", ["common", "MH", "DL", "DL-RevMan", "REML"])
def test_no_events_anywhere_is_refused(measure: Measure, model: Model) -> None:
    silent = [TwoByTwo(0, 40, 0, 40), TwoByTwo(0, 30, 0, 35)]
    with pytest.raises(CannotCompute):
        pool(silent, measure, model)
    with pytest.raises(CannotCompute):
        pool([TwoByTwo(40, 40, 40, 40), TwoByTwo(30, 30, 30, 30)], measure, model)


def test_other_refusals_say_why() -> None:
    two = [GenericEffect(0.1, 0.2), GenericEffect(0.3, 0.2)]
    cases: list[tuple[str, Any]] = [
        ("no study", lambda: pool([], "generic", "DL")),
        ("same outcome", lambda: pool([TwoByTwo(0, 4, 0, 4)], "OR", "Peto")),
        ("without events", lambda: pool([TwoByTwo(0, 40, 2, 40), TwoByTwo(0, 30, 1, 35)], "RR", "MH")),
        ("Hartung-Knapp test belongs", lambda: pool(two, "generic", "common", test="HK")),
        ("at least two studies", lambda: pool(two[:1], "generic", "DL", test="HK")),
        ("same estimate", lambda: pool([two[0], two[0]], "generic", "DL", test="HK")),
        ("does not go with", lambda: pool([*two, TwoByTwo(1, 4, 2, 4)], "OR", "DL")),
        ("does not go with", lambda: pool(two, "OR", "MH")),
        ("Peto's method", lambda: pool([TwoByTwo(1, 4, 2, 4)], "RR", "Peto")),
        ("confidence level", lambda: pool(two, "generic", "DL", level=95)),
        ("first: .*empty cell", lambda: pool([TwoByTwo(0, 9, 2, 9, "first")], "OR", "DL", zero_cells="none")),
        ("none of", lambda: pool(two, "generic", "ML")),  # type: ignore[arg-type]
    ]
    for reason, call in cases:
        with pytest.raises(CannotCompute, match=reason):
            call()


def test_huge_and_tiny_figures_keep_their_digits() -> None:
    for unit in (1e-8, 1.0, 1e8):
        studies = [GenericEffect(unit * y, unit * s) for y, s in ((1.0, 0.1), (900.0, 0.2), (-500.0, 0.1), (40.0, 3.0))]
        results = {model: pool(studies, "generic", model) for model in RANDOM}
        assert results["REML"].scaled / unit == pytest.approx(110.25, rel=0.01)
        for result in results.values():
            assert result.heterogeneity is not None
            assert 0.99999 < (result.heterogeneity.i_squared_from_tau or 0.0) <= 1.0
    one_dominates = [GenericEffect(0.2, 1e-7), GenericEffect(0.5, 1.0), GenericEffect(-0.5, 1.0)]
    for model in RANDOM:
        assert pool(one_dominates, "generic", model).scaled == pytest.approx(0.2, abs=1e-6)


def test_every_kind_of_study_can_be_pooled() -> None:
    arms = [TwoMeans(20, 5.0, 2.0, 25, 3.0, 2.1), TwoMeans(40, 6.0, 3.0, 35, 5.5, 2.5)]
    assert pool(arms, "MD", "REML").estimate > 0.0
    assert pool(arms, "SMD", "DL").estimate > pool(arms, "SMD", "DL", smd_variance="RevMan").estimate * 0.99
    assert pool(arms, "ROM", "PM").estimate > 1.0
    groups = [SingleArm(0, 20), SingleArm(3, 50), SingleArm(9, 60)]
    share = pool(groups, "PLO", "DL")
    assert 0.0 < share.low < share.estimate < share.high < 1.0
    assert share.zero_cells == "half-where-zero"
    times = [PersonTime(3, 100.0, 6, 90.0), PersonTime(0, 40.0, 2, 50.0)]
    assert pool(times, "IRR", "common").estimate < 1.0
    published = [GenericEffect.from_interval(0.5, 0.3, 0.8, "log"), GenericEffect.from_interval(0.9, 0.6, 1.4, "log")]
    ratio = pool(published, "RR", "DL")
    assert ratio.estimate == close(math.exp(pool(published, "generic", "DL").scaled))
    assert ratio.estimate == pool(published, "generic", "DL", scale="log").estimate


def test_a_result_tells_every_convention_and_holds_together() -> None:
    result = pool([TwoByTwo(5, 50, 9, 50, "one"), TwoByTwo(7, 60, 9, 70)], "RR", "REML", test="HK-adhoc", level=0.9)
    assert all(getattr(result, field.name) is not None for field in fields(result) if field.name not in ("prediction",))
    assert [row.label for row in result.studies] == ["one", "study 2"]
    assert math.fsum(row.share for row in result.studies) == close(1.0)
    assert result.low == close(from_scale(result.scaled_low, result.scale))
    assert result.statistic == close(result.scaled / result.se)
    assert ("REML" in result.model, "Hartung-Knapp" in result.test, result.level) == (True, True, 0.9)
    for row in result.studies:
        assert row.low < row.estimate < row.high
