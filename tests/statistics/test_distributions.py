"""Tail probabilities and quantiles are exact in the middle, in both tails and at the edges."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_kb.statistics import distributions as d
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.root_finding import find_root
from evidence_kb.statistics.special_functions import beta_tails, gamma_tails

mpmath = pytest.importorskip("mpmath")
FEW = settings(max_examples=35, deadline=None)
SMALL_P = st.floats(-100.0, -0.01).map(lambda exponent: 10.0**exponent)
DF = st.integers(1, 5000)


def near(value: float, relative: float = 1e-9) -> object:
    return pytest.approx(value, rel=relative, abs=0.0)


@pytest.mark.parametrize("x", [0.001, 0.2, 0.5, 0.9, 0.999])
@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (1.0, 4.0), (20.0, 0.5), (3.5, 70.0), (150.0, 90.0)])
def test_the_incomplete_beta_function_is_exact(a: float, b: float, x: float) -> None:
    with mpmath.workdps(40):
        lower = mpmath.betainc(a, b, 0, mpmath.mpf(x), regularized=True)
        upper = mpmath.betainc(b, a, 0, mpmath.mpf(1.0 - x), regularized=True)
        expected = float(lower), float(upper)
    found = beta_tails(a, b, x, 1.0 - x)
    assert found[0] == near(expected[0], 1e-12) or expected[0] > 0.5
    assert found[1] == near(expected[1], 1e-12) or expected[1] > 0.5
    assert math.fsum(found) == near(1.0, 1e-12)


@pytest.mark.parametrize("ratio", [0.1, 0.8, 1.0, 1.3, 4.0])
@pytest.mark.parametrize("shape", [0.5, 1.0, 6.0, 45.5, 300.0])
def test_the_incomplete_gamma_function_is_exact(shape: float, ratio: float) -> None:
    with mpmath.workdps(40):
        lower = mpmath.gammainc(shape, 0, mpmath.mpf(shape * ratio), regularized=True)
        upper = mpmath.gammainc(shape, mpmath.mpf(shape * ratio), regularized=True)
        expected = float(lower), float(upper)
    found = gamma_tails(shape, shape * ratio)
    assert found[0] == near(expected[0], 1e-11) or expected[0] > 0.5
    assert found[1] == near(expected[1], 1e-11) or expected[1] > 0.5


@pytest.mark.parametrize("p", [1e-300, 1e-20, 1e-9, 0.001, 0.3, 0.5])
def test_normal_quantiles_are_exact_in_the_tail(p: float) -> None:
    z = -d.normal_quantile(p)
    with mpmath.workdps(40):
        assert float(mpmath.erfc(mpmath.mpf(z) / mpmath.sqrt(2)) / 2) == near(p, 1e-10)
    assert d.z_from_two_sided_p(2.0 * p) == near(z, 1e-12) or p == 0.5


def test_a_binomial_tail_is_a_beta_probability() -> None:
    """P(X >= 7) for 20 draws with chance 1/5, added up exactly."""
    chance = Fraction(1, 5)
    tail = sum(math.comb(20, k) * chance**k * (1 - chance) ** (20 - k) for k in range(7, 21))
    assert beta_tails(7.0, 14.0, 0.2, 0.8)[0] == near(float(tail), 1e-13)


def test_a_poisson_tail_is_a_gamma_probability() -> None:
    tail = 1.0 - math.exp(-2.5) * sum(2.5**k / math.factorial(k) for k in range(4))
    assert gamma_tails(4.0, 2.5)[0] == near(tail, 1e-13)


@FEW
@given(SMALL_P, DF)
def test_t_quantiles_give_back_their_p(p: float, df: int) -> None:
    assert d.t_two_sided_p(d.t_from_two_sided_p(p, df), df) == near(p)


@FEW
@given(SMALL_P, DF)
def test_chi_squared_quantiles_give_back_their_p(p: float, df: int) -> None:
    assert d.chi2_tail(d.chi2_from_p(p, df), df) == near(p)


@FEW
@given(SMALL_P, DF, DF)
def test_f_quantiles_give_back_their_p(p: float, df1: int, df2: int) -> None:
    assert d.f_tail(d.f_from_p(p, df1, df2), df1, df2) == near(p, 1e-8)


@FEW
@given(st.floats(0.01, 30.0), st.integers(1, 200))
def test_t_squared_is_f_with_one_degree_of_freedom(t: float, df: int) -> None:
    assert d.f_tail(t * t, 1.0, df) == near(d.t_two_sided_p(t, df))


@FEW
@given(st.floats(0.01, 8.0))
def test_z_squared_is_chi_squared_with_one_degree_of_freedom(z: float) -> None:
    assert d.chi2_tail(z * z, 1.0) == near(d.normal_two_sided_p(z))


@FEW
@given(st.floats(-6.0, 6.0))
def test_t_with_one_degree_of_freedom_is_cauchy(t: float) -> None:
    assert d.t_cdf(t, 1.0) == pytest.approx(0.5 + math.atan(t) / math.pi, abs=1e-14)


@FEW
@given(st.floats(0.001, 0.999), st.floats(0.5, 400.0), st.floats(0.5, 400.0))
def test_beta_quantiles_mirror(p: float, a: float, b: float) -> None:
    assert d.beta_quantile(p, a, b) == pytest.approx(1.0 - d.beta_quantile(1.0 - p, b, a), abs=1e-9)


def test_infinite_degrees_of_freedom_are_normal() -> None:
    assert d.critical_t(0.95, math.inf) == d.critical_z(0.95)
    assert d.critical_t(0.95, 1e9) == near(d.critical_z(0.95), 1e-8)


def test_extreme_statistics_give_no_false_zero_before_the_range_of_doubles_ends() -> None:
    assert 0.0 < d.normal_two_sided_p(37.0) < 1e-298
    assert d.normal_two_sided_p(60.0) == 0.0
    assert d.t_two_sided_p(math.inf, 5.0) == 0.0
    assert 0.0 < d.t_two_sided_p(1e50, 5.0) < 1e-240


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0, -0.5, math.nan])
def test_a_level_that_is_no_share_is_refused(level: float) -> None:
    with pytest.raises(CannotCompute, match="confidence level"):
        d.critical_z(level)


@pytest.mark.parametrize("df", [0.0, -1.0, math.nan])
def test_degrees_of_freedom_must_be_positive(df: float) -> None:
    with pytest.raises(CannotCompute, match="degrees of freedom"):
        d.t_two_sided_p(1.0, df)


@FEW
@given(st.floats(-50.0, 50.0), st.floats(0.1, 20.0))
def test_a_root_is_found_to_machine_precision(root: float, steepness: float) -> None:
    found = find_root(lambda x: math.expm1(steepness * (x - root) / 100.0), root - 60.0, root + 47.0)
    assert found == pytest.approx(root, rel=1e-13, abs=1e-13)


def test_a_root_needs_a_change_of_sign() -> None:
    with pytest.raises(ValueError, match="change of sign"):
        find_root(lambda x: x * x + 1.0, -1.0, 1.0)
