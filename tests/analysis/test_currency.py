"""A record is due so many months after the last recorded look at it or at its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.analysis.currency import months_after, review, surely_after
from evidence_kb.loading.library import load_files
from evidence_kb.rules.cases import example_files

KB = load_files(example_files()).kb


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-05-01", 6, "2024-11-01"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-12-31", 0, "2024-12-31"),
        ("2024", 12, "2025-01-01"),
        ("2024-05", 36, "2027-05-01"),
    ],
)
def test_months_end_at_their_last_day(day: str, months: int, later: str) -> None:
    assert months_after(day, months) == later


@given(st.dates(), st.integers(0, 1200))
def test_more_months_are_never_earlier(day: object, months: int) -> None:
    assert months_after(str(day), months) >= str(day) or str(day) > "9900"
    assert months_after(str(day), months + 1) >= months_after(str(day), months)


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2024", "2024-05", False),
        ("2025", "2024-05", True),
        ("2024-06", "2024-05-31", True),
        ("2024-05", "2024", False),
    ],
)
def test_partial_dates_are_compared_as_far_as_both_are_known(one: str, other: str, after: bool) -> None:
    assert surely_after(one, other) is after


@pytest.mark.parametrize(
    ("kind", "id", "window", "last"),
    [
        ("claim", "fern-2020-velorine", "guideline", "2024-05-01"),
        ("claim", "velorine-label-dose", "label", "2024-05-01"),
        ("claim", "dogwood-2010-relief", "review", "2024-05-01"),
        ("claim", "aster-2001-relief", "trial", "2024-05-02"),
        ("claim", "gorse-1998-firing", "mechanism", "2024-05-01"),
        ("question", "velorine-v-placebo", "review", "2024-05-02"),
        ("audit", "leaflet", "review", "2024-05-02"),
    ],
)
def test_the_window_goes_by_kind_and_the_last_look_is_the_newest(kind: str, id: str, window: str, last: str) -> None:
    found = review(KB, id, kind)
    assert found is not None
    assert (found.window, found.last) == (window, last)


@pytest.mark.parametrize(
    ("source", "window"), [("birch-2004", "trial"), ("dogwood-2010", "review"), ("fern-2012", "mechanism")]
)
def test_a_source_is_due_by_the_shortest_window_of_its_undated_claims(source: str, window: str) -> None:
    found = review(KB, source, "source")
    assert found is not None
    assert (found.window, found.last) == (window, "2024-05-01")


def test_a_source_whose_claims_bear_dates_is_not_due_by_itself() -> None:
    assert review(KB, "velorine-label", "source") is None
