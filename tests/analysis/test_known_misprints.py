"""Misprints of published figures are found by the rules, as soon as they are entered as printed."""

from __future__ import annotations

import pytest

from analysis.conftest import with_head
from evidence_kb.gate import check
from evidence_kb.loading.library import load_files
from evidence_kb.rules.cases import example_files
from evidence_kb.store import StoredFile

PATH = "claims/trials/aster-2001-extra.yaml"
RATE = """\
type: response_rate
statement: EVENTS of PEOPLE attacks.
outcome: pain-relief
event: an event of its own
analysis: {unit: attack}
arms: [{arm: v100, n_events: EVENTS, n: PEOPLE, percent: "PERCENT"}]
"""
CONTRAST = """\
type: comparison
statement: A statement.
outcome: pain-relief
contrasts: [{of: v100, versus: placebo, kind: between-arms, counts: event, FIGURES}]
"""


def codes(text: str) -> set[str]:
    """The rules on figures that speak of an added claim."""
    files = (*example_files(), StoredFile(PATH, with_head(text).encode()))
    report = check(load_files(tuple(sorted(files, key=lambda file: file.path))), select=("FG", "SC"))
    return {finding.code for finding in report.findings if finding.file == PATH}


@pytest.mark.parametrize(
    ("events", "people", "percent"),
    [
        (13, 35, "34.3"),  # 37.1%; 34.3% would be 12
        (36, 234, "19"),  # 15.4%
        (13, 15, "86.6"),  # 86.67%, cut off
        (2, 15, "13.4"),  # 13.33%, made to add up to 100
        (5, 22, "22.5"),  # 22.7%
    ],
)
def test_a_percentage_that_was_misprinted(events: int, people: int, percent: str) -> None:
    text = RATE.replace("EVENTS", str(events)).replace("PEOPLE", str(people)).replace("PERCENT", percent)
    assert codes(text) == {"FG201"}


def test_a_sign_against_the_words() -> None:
    """A risk difference of -0.021 beside the words that it was higher."""
    figures = (
        'measure: risk_difference, unit: "1", value: "-0.021", interval: {low: "-0.16", high: "0.12"}, authors_say: '
    )
    assert codes(CONTRAST.replace("FIGURES", figures + "higher")) == {"FG603"}
    assert codes(CONTRAST.replace("FIGURES", figures + "no-difference-detected")) == set()


def test_a_ratio_of_means_printed_below_zero() -> None:
    figures = 'measure: ratio_of_means, value: "-0.17", interval: {low: "-0.36", high: "0.02"}'
    assert "FG101" in codes(CONTRAST.replace("FIGURES", figures))


def test_a_fall_in_percent_that_the_means_do_not_give() -> None:
    """From 4.7 to 2.4 is a fall of 49%, printed as 43%."""
    text = """\
type: continuous
statement: A statement.
outcome: pain-intensity
unit: d
quantity: end
arms: [{arm: v100, baseline: {stat: mean, value: "4.7"}, centre: {stat: mean, value: "2.4"}}]
contrasts:
  - {of: after, versus: before, kind: within-arm, measure: percent_difference, unit: "%", value: "PRINTED"}
"""
    assert codes(text.replace("PRINTED", "-43")) == {"FG306"}
    assert codes(text.replace("PRINTED", "-49")) == set()


def test_a_p_that_means_and_spreads_do_not_give() -> None:
    """1.3 (SD 0.66) against 2.5 (SD 2.9), 35 people each, printed with p <0.0001."""
    text = """\
type: continuous
statement: Attacks, 35 in each arm.
outcome: pain-intensity
unit: points
quantity: end
analysis: {unit: attack}
arms:
  - {arm: v100, n: 35, centre: {stat: mean, value: "1.3"}, spread: {kind: sd, value: "0.66"}}
  - {arm: placebo, n: 35, centre: {stat: mean, value: "2.5"}, spread: {kind: sd, value: "2.9"}}
contrasts:
  - {of: v100, versus: placebo, kind: between-arms, measure: mean_difference, unit: points, p: "PRINTED"}
"""
    assert codes(text.replace("PRINTED", "<0.0001")) == {"FG405"}
    assert codes(text.replace("PRINTED", "0.02")) == set()
