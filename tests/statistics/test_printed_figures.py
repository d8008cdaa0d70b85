"""What printed figures can stand for: intervals, rounding, feasible counts, implied p values."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_kb.statistics.distributions import normal_two_sided_p, z_from_two_sided_p
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.grim import feasible_counts, feasible_sums
from evidence_kb.statistics.p_values import (
    altman_bland_p,
    is_symmetric,
    p_from_interval,
    p_from_statistic,
    standard_error,
)
from evidence_kb.statistics.ratios import odds_ratio
from evidence_kb.statistics.rounding import (
    ClosedInterval,
    agreement,
    exactly,
    possible_values,
    rounded_half_even,
    rounded_half_up,
    truncated,
    values_if_truncated,
)
from evidence_kb.statistics.study_data import TwoByTwo

FEW = settings(max_examples=35, deadline=None)
FRACTIONS = st.fractions(-1000, 1000, max_denominator=10_000)
DECIMALS = st.integers(0, 4)


def printed(value: Fraction, decimals: int) -> str:
    digits = f"{abs(int(value * 10**decimals)):0{decimals + 1}d}"
    text = f"{digits[: len(digits) - decimals]}.{digits[len(digits) - decimals :]}" if decimals else digits
    return f"-{text}" if value < 0 else text


def intervals(values: st.SearchStrategy[Fraction]) -> st.SearchStrategy[ClosedInterval]:
    return st.tuples(values, values).map(lambda pair: ClosedInterval(min(pair), max(pair)))


@FEW
@given(FRACTIONS, DECIMALS)
def test_rounding_and_truncation_are_recognised(value: Fraction, decimals: int) -> None:
    assert agreement(value, printed(rounded_half_up(value, decimals), decimals)) == "rounded"
    assert agreement(value, printed(rounded_half_even(value, decimals), decimals)) == "rounded"
    cut = printed(truncated(value, decimals), decimals)
    assert agreement(value, cut) in ("rounded", "truncated")
    assert values_if_truncated(cut).contains(value)


def test_a_tie_may_go_either_way_and_no_further() -> None:
    assert [agreement(Fraction("12.5"), text) for text in ("12", "13", "11", "14")] == [
        "rounded",
        "rounded",
        "differs",
        "differs",
    ]
    assert agreement(Fraction("12.9"), "12") == "truncated"
    assert agreement(Fraction("-12.9"), "-12") == "truncated"
    assert agreement(Fraction("0.0004"), "<0.001") == "rounded"
    assert agreement(Fraction("0.0024"), "<0.001") == "differs"
    assert agreement(math.inf, "12") == "differs"


@FEW
@given(intervals(FRACTIONS), intervals(FRACTIONS), st.fractions(0, 1), st.fractions(0, 1))
def test_interval_arithmetic_loses_no_value(x: ClosedInterval, y: ClosedInterval, s: Fraction, t: Fraction) -> None:
    x_low, x_high, y_low, y_high = (Fraction(end) for end in (x.low, x.high, y.low, y.high))
    a, b = x_low + (x_high - x_low) * s, y_low + (y_high - y_low) * t
    assert (x + y).contains(a + b)
    assert (x - y).contains(a - b)
    assert (x * y).contains(a * b)
    assert abs(x).contains(abs(a))
    if not y.contains(0):
        assert (x / y).contains(a / b)


@FEW
@given(st.floats(1e-6, 1e6), st.floats(0.0, 10.0))
def test_logarithm_and_back_encloses(low: float, width: float) -> None:
    interval = ClosedInterval(low, low + width)
    around = interval.log().exp()
    assert around.low <= interval.low
    assert around.high >= interval.high
    root = interval.sqrt()
    assert (root * root).contains(low)


def test_what_has_no_answer_is_refused() -> None:
    with pytest.raises(CannotCompute, match="cannot run"):
        ClosedInterval(2, 1)
    with pytest.raises(CannotCompute, match="holds zero"):
        exactly(1) / ClosedInterval(-1, 1)
    with pytest.raises(CannotCompute, match="above zero"):
        ClosedInterval(-2, 0).log()
    with pytest.raises(CannotCompute, match="not a figure"):
        possible_values("NS")


def test_a_zero_lower_limit_reaches_down_to_minus_infinity() -> None:
    assert possible_values("0.0").log().low == -math.inf
    assert standard_error("0.0", "2.0", "log").high == math.inf
    assert p_from_interval("0.5", "0.0", "2.0", "log").high == 1.0


@FEW
@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.integers(0, 2))
def test_the_true_count_is_always_feasible(counted: tuple[int, int], decimals: int) -> None:
    events, n = counted
    share = Fraction(100 * events, n)
    for rounded in (rounded_half_up(share, decimals), rounded_half_even(share, decimals)):
        assert events in feasible_counts(printed(rounded, decimals), n).counts
    assert events in feasible_counts(printed(truncated(share, decimals), decimals), n).if_truncated


@FEW
@given(st.integers(1, 400), st.integers(0, 1000).map(lambda tenths: Fraction(tenths, 10)))
def test_feasible_counts_are_those_found_by_trying_all(n: int, percent: Fraction) -> None:
    found = feasible_counts(printed(percent, 1), n)
    half = Fraction(1, 20)
    assert list(found.counts) == [k for k in range(n + 1) if abs(Fraction(100 * k, n) - percent) <= half]
    assert list(found.if_truncated) == [k for k in range(n + 1) if truncated(Fraction(100 * k, n), 1) == percent]


def test_a_coarse_percentage_is_not_informative() -> None:
    assert feasible_counts("14", 99).informative
    assert not feasible_counts("14", 100).informative
    assert feasible_counts("14.0", 999).informative
    assert feasible_counts("66.7", 3).only == 2
    assert feasible_counts("66.6", 3).counts == range(0)
    assert feasible_counts("66.6", 3).possible_if_truncated


@pytest.mark.parametrize(
    ("percent", "counts"),
    [("<1", range(2)), ("<=1", range(3)), (">99", range(199, 201)), (">=99", range(198, 201)), ("101", range(0))],
)
def test_bounds_and_impossible_percentages(percent: str, counts: range) -> None:
    assert feasible_counts(percent, 200).counts == counts


@pytest.mark.parametrize(
    ("mean", "n", "items", "possible", "informative"),
    [
        ("5.19", 28, 1, False, True),
        ("5.18", 28, 1, True, True),
        ("5.19", 28, 4, True, False),
        ("3.45", 20, 1, True, True),
        ("-1.33", 3, 1, True, True),
        ("-1.34", 3, 1, False, True),
        ("2", 7, 1, True, False),
    ],
)
def test_means_of_whole_numbers(mean: str, n: int, items: int, possible: bool, informative: bool) -> None:
    """5.19 for 28 people is the example of Brown and Heathers (2017): 145/28 is 5.18 and 146/28 is 5.21."""
    found = feasible_sums(mean, n, items)
    assert found.possible is possible
    assert found.informative is informative


@FEW
@given(
    st.lists(st.integers(0, 10), min_size=1, max_size=40).flatmap(lambda xs: st.tuples(st.just(xs), DECIMALS)),
)
def test_the_true_sum_is_always_feasible(scores: tuple[list[int], int]) -> None:
    answers, decimals = scores
    mean = Fraction(sum(answers), len(answers))
    found = feasible_sums(printed(rounded_half_even(mean, decimals), decimals), len(answers))
    assert sum(answers) in found.counts


@FEW
@given(*[st.integers(2, 200)] * 2, st.integers(1, 199), st.integers(1, 199), st.sampled_from([2, 3, 4]))
def test_an_honest_report_is_symmetric_and_meets_its_own_p(n1: int, n0: int, a: int, c: int, decimals: int) -> None:
    if a >= n1 or c >= n0:
        return
    result = odds_ratio(TwoByTwo(a, n1, c, n0))
    texts = [
        printed(rounded_half_up(Fraction(x), decimals), decimals) for x in (result.estimate, result.low, result.high)
    ]
    if any(possible_values(text).high <= 0 for text in texts):
        return
    estimate, low, high = texts
    assert is_symmetric(estimate, low, high, "log")
    implied = p_from_interval(estimate, low, high, "log")
    assert result.p is not None
    assert implied.low * (1 - 1e-9) <= result.p <= implied.high * (1 + 1e-9)


def test_p_from_a_printed_statistic() -> None:
    implied = p_from_statistic("t", "2.20", 28)
    assert implied.low < 0.0362 < implied.high
    assert implied.meets("0.036")
    assert not implied.meets("0.026")
    assert p_from_statistic("t", "-2.20", 28).low == implied.low
    assert p_from_statistic("z", "1.96", one_sided=True).meets("0.025")
    assert p_from_statistic("chi2", "3.84", 1).meets("0.05")
    assert p_from_statistic("F", "4.84", 1, 28).meets("0.036")
    with pytest.raises(CannotCompute, match="degrees of freedom"):
        p_from_statistic("F", "4.84", 1)
    with pytest.raises(CannotCompute, match="one-sided"):
        p_from_statistic("chi2", "3.84", 1, one_sided=True)


@pytest.mark.parametrize("p", [0.9, 0.5, 0.05, 0.01, 0.001])
def test_the_hand_formula_is_close(p: float) -> None:
    assert altman_bland_p(z_from_two_sided_p(p)) == pytest.approx(p, rel=0.1)
    assert normal_two_sided_p(z_from_two_sided_p(p)) == pytest.approx(p, rel=1e-12)


def test_a_wider_interval_and_t_both_raise_p() -> None:
    narrow = p_from_interval("2.0", "1.2", "3.3", "log")
    wide = p_from_interval("2.0", "0.9", "4.4", "log")
    with_t = p_from_interval("2.0", "1.0", "3.0", "identity", df=9)
    assert narrow.high < wide.low
    assert with_t.low > p_from_interval("2.0", "0.5", "3.5", "identity", level=0.99999).low
    with pytest.raises(CannotCompute, match="rising order"):
        p_from_interval("2.0", "3.0", "1.0", "identity")
