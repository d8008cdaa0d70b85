"""Numbers and times in sentences are read as people mean them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from evidence_kb.analysis.checks.durations import close, conversions, durations
from evidence_kb.analysis.number_words import all_numbers, numbers
from evidence_kb.analysis.routes import named_routes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13 of 15 (86.6%)", {"13", "15", "86.6"}),
        ("RR 0\u00b780, p <.001", {"0.80", ".001"}),
        ("1,203 abstracts and 12 345 people", {"1203", "12", "345"}),
        ("\u22127.7 to \u22125.6", {"7.7", "5.6"}),
        ("PROMISE-2, CYP3A4 and B12, weeks 1-12", {"1", "12"}),
        ("15\u201345 min", {"15", "45"}),
        ("in three of twelve", {"3", "12"}),
    ],
)
def test_numbers(text: str, expected: set[str]) -> None:
    assert all_numbers(text) == {Fraction(f"0{one}" if one.startswith(".") else one) for one in expected}


def test_places_are_those_of_the_text() -> None:
    text = "p \u22120\u00b705 and 7"
    assert [text[number.at] for number in numbers(text)] == ["0", "7"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30 min", [30]),
        ("15-45 min", [15, 45]),
        ("two hours after the dose", [120]),
        ("24-hour follow-up", [1440]),
        ("weeks 1-12", [10080, 120960]),
        ("after the infusion", []),
    ],
)
def test_durations(text: str, minutes: list[int]) -> None:
    assert [duration.minutes for duration in durations(text)] == minutes


def test_one_time_in_two_units() -> None:
    assert close(durations("2 h")[0], durations("120 min")[0])
    assert close(durations("3 months")[0], durations("13 weeks")[0])
    assert not close(durations("30 min")[0], durations("60 min")[0])
    assert Fraction(120) in set(conversions("2 h"))


def test_routes_are_named_in_plain_words() -> None:
    assert named_routes("2 g by vein") == {"intravenous"}
    assert named_routes("tablets, and an infusion") == {"oral", "intravenous"}
    assert not named_routes("magnesium eased the pain")
