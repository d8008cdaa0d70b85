"""Figures that were worked out by hand or printed in articles are judged as they deserve."""

from __future__ import annotations

import pytest

from analysis.conftest import Report
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.verification import verify

RATE = """\
type: response_rate
statement: A statement.
outcome: pain-relief
event: an event of its own
arms:
  - {{arm: v100, {first}}}
  - {{arm: placebo, {second}}}
"""
CONTRAST = """\
contrasts:
  - {{of: v100, versus: placebo, kind: between-arms, counts: event, measure: {measure}{figures}}}
"""


def rate(first: str, second: str, measure: str = "", figures: str = "") -> str:
    text = RATE.format(first=first, second=second)
    return text + (CONTRAST.format(measure=measure, figures=figures) if measure else "")


def only(items: list[Recomputed], check: str, field: str) -> Recomputed:
    found = [item for item in items if item.check == check and str(item.path[-1]) == field]
    assert len(found) == 1, [(item.check, item.path, item.verdict) for item in items]
    return found[0]


@pytest.mark.parametrize(
    ("percent", "events", "verdict", "cause"),
    [
        ("50", 15, "agrees", ""),
        ("13", 4, "agrees", ""),
        ("13.3", 4, "agrees", ""),
        ("13.4", 4, "differs", "value"),
        ("86.6", 26, "differs", "truncated"),
        ("87", 4, "differs", "complement"),
    ],
)
def test_percent_from_count(report: Report, percent: str, events: int, verdict: str, cause: str) -> None:
    item = only(report(rate(f"n_events: {events}, n: 30, percent: {percent}", "n_events: 3, n: 30")), "P1", "percent")
    assert item.verdict == verdict
    assert cause in (item.cause, "value")


@pytest.mark.parametrize(
    ("percent", "verdict", "shown"),
    [
        ("50", "agrees", "15 of 30"),
        ("13", "agrees", "4 of 30"),
        ("14", "differs", "no count"),
        ("13.0", "differs", "no count"),
    ],
)
def test_percent_that_may_be_impossible(report: Report, percent: str, verdict: str, shown: str) -> None:
    item = only(report(rate(f"n: 30, percent: {percent}", "n_events: 3, n: 30")), "P2", "percent")
    assert (item.verdict, item.recomputed) == (verdict, shown)


@pytest.mark.parametrize(
    ("measure", "value", "low", "high", "method"),
    [
        ("risk_ratio", "3.75", "1.41", "9.99", "Katz"),
        ("risk_ratio", "3.750", "1.407", "9.992", "Katz"),
        ("odds_ratio", "6.50", "1.82", "23.21", "Woolf"),
        ("risk_difference, unit: '%'", "36.7", "15.0", "58.3", "Wald"),
        ("risk_difference, unit: '%'", "36.7", "13.2", "55.3", "Newcombe"),
        ("risk_difference, unit: '1'", "0.367", "0.150", "0.583", "Wald"),
    ],
)
def test_fifteen_of_thirty_against_four_of_thirty(
    report: Report, measure: str, value: str, low: str, high: str, method: str
) -> None:
    figures = f', value: "{value}", interval: {{low: "{low}", high: "{high}"}}'
    items = report(rate("n_events: 15, n: 30", "n_events: 4, n: 30", measure, figures))
    assert not [item for item in items if item.unexplained]
    interval = [item for item in items if item.check in ("E1", "E2", "E3") and item.path[-1] == "interval"]
    assert [method in item.formula for item in interval] == [True]


def test_a_risk_ratio_that_is_the_odds_ratio(report: Report) -> None:
    items = report(rate("n_events: 15, n: 30", "n_events: 4, n: 30", "risk_ratio", ', value: "6.5"'))
    assert only(items, "E1", "value").cause == "odds-ratio"


def test_arms_the_other_way_round(report: Report) -> None:
    items = report(rate("n_events: 15, n: 30", "n_events: 4, n: 30", "risk_ratio", ', value: "0.267"'))
    assert only(items, "E1", "value").cause == "swapped"


def test_counts_known_through_percentages_alone(report: Report) -> None:
    """39% and 38% of 200: many pairs of counts fit; one of them gives the ratio."""
    fits = report(rate("n: 30, percent: 50", "n: 30, percent: 13", "risk_ratio", ', value: "3.75"'))
    assert only(fits, "E4", "value").verdict == "agrees"
    wrong = report(rate("n: 30, percent: 50", "n: 30, percent: 13", "risk_ratio", ', value: "4.5"'))
    assert only(wrong, "E4", "value").verdict == "differs"


def test_adjustment_explains_a_small_difference_only(report: Report) -> None:
    arms = ("n_events: 15, n: 30", "n_events: 10, n: 30")
    near = report(rate(*arms, "risk_ratio", ', value: "1.40", adjusted_for: [age]'))
    far = report(rate(*arms, "risk_ratio", ', value: "2.40", adjusted_for: [age]'))
    turned = report(rate(*arms, "risk_ratio", ', value: "0.95", adjusted_for: [age]'))
    assert only(near, "E1", "value").excuse
    assert only(far, "E1", "value").unexplained
    assert only(turned, "E1", "value").unexplained


@pytest.mark.parametrize(
    ("result", "consistent"),
    [
        ("OR 0.23 (0.09 to 0.58), p = 0.002", True),
        ("OR 0.23 (0.09 to 0.85)", False),
        ("OR 0.23 (0.09 to 0.58), p = 0.02", False),
        ("MD -2.3 (-3.2, -1.4), p < 0.0001", True),
        ("MD -1.7 (-2.6, -0.9), p < 0.0001", True),
        ("MD -1.7 (-2.6, -0.9), p = 0.06", False),
    ],
)
def test_published_differences(result: str, consistent: bool) -> None:
    assert verify(result).consistent is consistent


def test_a_limit_on_the_null_decides_nothing(report: Report) -> None:
    figures = ', value: "0.12", interval: {low: "0.02", high: "1.00"}, p: "0.05"'
    items = report(rate("result: not-seen", "result: not-seen", "odds_ratio", figures))
    assert only(items, "S3", "p").verdict == "cannot-tell"


def test_multiplicity_explains_a_p_of_another_test(report: Report) -> None:
    """ACHIEVE II: 6.7 points (0.6 to 12.7) with an adjusted p of 0.07."""
    figures = ', unit: "%", value: "6.7", interval: {low: "0.6", high: "12.7"}, p: "0.07"'
    text = rate("n_events: 148, n: 434", "n_events: 125, n: 456", "risk_difference", figures)
    plain = [item for item in report(text) if item.check in ("S2", "S3")]
    explained = [
        item for item in report(text + "analysis: {multiplicity: adjusted}\n") if item.check in ("S2", "S3", "S4")
    ]
    assert all(item.unexplained for item in plain)
    assert plain
    assert not [item for item in explained if item.unexplained]


def test_a_hazard_ratio_is_not_recomputed_from_counts(report: Report) -> None:
    items = report(rate("n_events: 15, n: 30", "n_events: 4, n: 30", "hazard_ratio", ', value: "3.75"'))
    assert only(items, "E5", "value").verdict == "cannot-tell"
