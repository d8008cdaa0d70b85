"""The chi-squared tests of a 2x2 table, worked by hand; with one degree of freedom the tail is erfc(sqrt(x / 2))."""

from __future__ import annotations

import math

import pytest

from evidence_kb.statistics.chi_squared import chi_squared
from evidence_kb.statistics.study_data import TwoByTwo


def test_a_table_worked_by_hand() -> None:
    """10 of 20 against 5 of 20: ad - bc = 100, the product of the margins 150 000."""
    found = chi_squared(TwoByTwo(10, 20, 5, 20))
    assert found is not None
    products = {"plain": 40 * 100**2, "corrected": 40 * 80**2, "n_less_one": 39 * 100**2}
    for name, statistic in ((name, product / 150_000) for name, product in products.items()):
        assert getattr(found, name) == pytest.approx(math.erfc(math.sqrt(statistic / 2)), rel=1e-12)


def test_a_table_without_events_has_no_test() -> None:
    assert chi_squared(TwoByTwo(0, 20, 0, 20)) is None
