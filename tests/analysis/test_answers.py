"""What is derived for a question: results, absolute effects, certainty, sentences, overlap, conflicts, pools."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.conftest import Library, with_head
from evidence_kb.analysis.absolute_effects import AbsoluteEffect, Refused
from evidence_kb.analysis.bottom_line import bottom_line
from evidence_kb.analysis.conflicts import conflicts
from evidence_kb.analysis.directions import control_side
from evidence_kb.analysis.drawn_effects import drawable
from evidence_kb.analysis.grading import LEVELS, computed_level
from evidence_kb.analysis.informative_statements import Parts, sentence
from evidence_kb.analysis.overlap import overlap
from evidence_kb.analysis.pooling import pool_claims
from evidence_kb.analysis.result_of_comparison import results
from evidence_kb.analysis.summary_of_findings import Row, summary_of_findings
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.grade import Certainty, Down, Step
from evidence_kb.rules.cases import example_files
from evidence_kb.statistics.errors import CannotCompute

FILES = {file.path: file.raw.decode() for file in example_files()}
QUESTION = "questions/velorine-v-placebo.yaml"
REVIEW = "claims/reviews/dogwood-2010-relief.yaml"
ID = "velorine-v-placebo"


def edited(path: str, *pairs: tuple[str, str]) -> dict[str, str]:
    text = FILES[path]
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {path: text}


def rows(kb: KnowledgeBase) -> dict[str, Row]:
    return {row.outcome: row for row in summary_of_findings(kb, ID)}


COMPARISON = """\
type: comparison
statement: A statement.
outcome: OUTCOME
contrasts:
  - {of: v100, versus: placebo, kind: KIND, counts: COUNTS, FIGURES}
"""


def interval(measure: str, value: str, low: str, high: str) -> str:
    return f'measure: {measure}, value: "{value}", interval: {{low: "{low}", high: "{high}"}}'


RATIO = interval("odds_ratio", "0.23", "0.09", "0.58")
MORE = interval('risk_difference, unit: "1"', "0.37", "0.06", "0.68")
OPEN = interval('risk_difference, unit: "1"', "-0.07", "-0.23", "0.09")


@pytest.mark.parametrize(
    ("outcome", "counts", "figures", "expected"),
    [
        ("pain-relief", "event", interval("risk_ratio", "1.5", "1.2", "1.9"), "favours-intervention"),
        ("pain-relief", "event", RATIO, "favours-comparator"),
        ("pain-relief", "non-event", RATIO, "favours-intervention"),
        ("pain-relief", "not-seen", RATIO, "difference-direction-unknown"),
        ("flushing", "event", MORE, "favours-comparator"),
        ("pain-relief", "event", OPEN, "inconclusive"),
        ("pain-relief", "event", "measure: none, p: '0.27'", "no-difference-detected"),
        ("pain-relief", "event", "measure: none, p: '<0.05', authors_say: higher", "favours-intervention"),
        ("pain-relief", "event", "measure: none, p: '0.001'", "difference-direction-unknown"),
        ("pain-relief", "event", 'measure: risk_ratio, value: "1.5"', "not-told"),
    ],
)
def test_result_of_a_comparison(library: Library, outcome: str, counts: str, figures: str, expected: str) -> None:
    text = COMPARISON.replace("OUTCOME", outcome).replace("COUNTS", counts).replace("FIGURES", figures)
    path = "claims/trials/aster-2001-extra.yaml"
    kb = library({path: with_head(text.replace("KIND", "between-arms"))})
    claim = kb.claims["aster-2001-extra"].record
    assert isinstance(claim, Finding)
    assert [result.result for result in results(claim, "aster-2001-extra", kb)] == [expected]
    before_after = library({path: with_head(text.replace("KIND", "within-arm"))}).claims["aster-2001-extra"].record
    assert isinstance(before_after, Finding)
    assert [result.result for result in results(before_after, "x", kb)] == ["not-comparative"]


@pytest.mark.parametrize(
    ("multiplicity", "p", "expected"),
    [
        ("adjusted", "0.07", "inconclusive"),
        ("adjusted", "0.03", "favours-intervention"),
        ("none", "0.07", "favours-intervention"),
    ],
)
def test_an_adjusted_p_decides_against_an_unadjusted_interval(
    library: Library, multiplicity: str, p: str, expected: str
) -> None:
    figures = f"{interval('risk_ratio', '1.5', '1.1', '1.9')}, p: '{p}'"
    text = COMPARISON.replace("OUTCOME", "pain-relief").replace("COUNTS", "event").replace("FIGURES", figures)
    text = text.replace("KIND", "between-arms") + f"analysis: {{multiplicity: {multiplicity}}}\n"
    claim = library({"claims/trials/aster-2001-extra.yaml": with_head(text)}).claims["aster-2001-extra"].record
    assert isinstance(claim, Finding)
    assert [result.result for result in results(claim, "aster-2001-extra", library({}))] == [expected]


def test_a_question_turns_the_comparison_to_its_own_treatment(library: Library) -> None:
    """Of two drugs the source prints the other one first: the result is told from the side that is asked about."""
    figures = interval("risk_ratio", "1.5", "1.1", "1.9")
    text = COMPARISON.replace("OUTCOME", "pain-relief").replace("COUNTS", "event").replace("FIGURES", figures)
    text = text.replace("of: v100, versus: placebo", "of: placebo, versus: v100").replace("KIND", "between-arms")
    active = edited(
        "vocabulary/interventions.yaml", ("  route: intravenous\n  control: placebo\n", "  route: intravenous\n")
    )
    kb = library(active | {"claims/trials/aster-2001-extra.yaml": with_head(text)})
    claim = kb.claims["aster-2001-extra"].record
    assert isinstance(claim, Finding)
    asked = frozenset({"velorine-iv"})
    assert control_side(claim, claim.contrasts[0], kb) == "versus"
    assert control_side(claim, claim.contrasts[0], kb, asked) == "of"
    assert [result.result for result in results(claim, "x", kb, asked)] == ["favours-comparator"]
    assert [result.result for result in results(claim, "x", kb, frozenset({"velorine"}))] == ["favours-comparator"]


@pytest.mark.parametrize(
    ("measure", "value", "low", "high", "shown"),
    [
        ("mean_difference", "16", "-2", "34", "turned round: \u221216 (\u221234 to 2)"),
        ("risk_ratio", "2.0", "0.5", "4.0", "turned round: 0.50 (0.25 to 2.00)"),
    ],
)
def test_an_effect_is_turned_for_a_drawing(measure: str, value: str, low: str, high: str, shown: str) -> None:
    data = {"of": "a", "versus": "b", "kind": "between-arms", "measure": measure, "value": value}
    contrast = Contrast.model_validate(data | {"interval": {"low": low, "high": high}})
    turned, printed = drawable(contrast, turned=True), drawable(contrast, turned=False)
    assert turned is not None
    assert printed is not None
    assert turned.text == shown
    assert turned.low < turned.value < turned.high
    assert (printed.value, printed.low, printed.high) == (float(value), float(low), float(high))


def test_the_arms_stand_for_a_difference_that_was_not_seen(library: Library) -> None:
    """A row whose trial printed rates and no difference shows the rates; one with a number per 1,000 does not."""
    found = rows(library({}))["pain-relief"]
    assert isinstance(found.absolute, AbsoluteEffect)
    assert found.rates == ()
    without = edited(QUESTION, ("    estimate: dogwood-2010-relief\n", ""))
    rates = rows(library(without))["pain-relief"].rates
    assert [each.claim for each in rates] == ["aster-2001-relief"]
    assert rates[0].text.startswith("15 of 30 (50%) with ")
    assert rates[0].text.endswith(" and 9 of 30 (30%) with saline by vein")


def test_a_fall_that_is_larger_is_better(library: Library) -> None:
    """Pain is better low; printed as a reduction, more is better."""
    text = """\
type: continuous
statement: A statement.
outcome: pain-intensity
unit: points
quantity: QUANTITY
arms: [{arm: v100}, {arm: placebo}]
contrasts:
  - of: v100
    versus: placebo
    kind: between-arms
    measure: mean_difference
    unit: points
    value: "1.0"
    interval: {low: "0.5", high: "1.5"}
"""
    path = "claims/trials/aster-2001-extra.yaml"
    for quantity, expected in (("reduction", "v100"), ("change", "placebo"), ("end", "placebo")):
        kb = library({path: with_head(text.replace("QUANTITY", quantity))})
        claim = kb.claims["aster-2001-extra"].record
        assert isinstance(claim, Finding)
        assert results(claim, "x", kb)[0].favours == expected


def test_absolute_effect_of_a_risk_ratio(library: Library) -> None:
    """1000 x 0.30 x 1.50 = 450, and 360 to 564 by the limits 1.20 and 1.88."""
    found = rows(library({}))["pain-relief"].absolute
    assert isinstance(found, AbsoluteEffect)
    assert (found.baseline, found.with_intervention) == pytest.approx((300, 450))
    assert (found.with_low, found.with_high) == pytest.approx((360, 564))
    assert found.difference_text == "150 more per 1000 (from 60 more to 264 more)"
    assert found.baseline_source == "aster-2001-relief"


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("odds_ratio", 1000 * 1.5 * 0.3 / (1 - 0.3 + 1.5 * 0.3)), ("hazard_ratio", 1000 * (1 - 0.7**1.5))],
)
def test_absolute_effect_of_other_ratios(library: Library, measure: str, expected: float) -> None:
    found = rows(library(edited(REVIEW, ("measure: risk_ratio", f"measure: {measure}"))))["pain-relief"].absolute
    assert isinstance(found, AbsoluteEffect)
    assert found.with_intervention == pytest.approx(expected)


def test_an_odds_ratio_of_non_events_is_turned_back(library: Library) -> None:
    changes = edited(
        REVIEW,
        ("measure: risk_ratio", "measure: odds_ratio"),
        ('value: "1.50"', 'value: "0.50"'),
        ('{low: "1.20", high: "1.88"}', '{low: "0.25", high: "1.00"}'),
        ("counts: event", "counts: non-event"),
    )
    found = rows(library(changes))["pain-relief"].absolute
    assert isinstance(found, AbsoluteEffect)
    without = 0.5 * 0.7 / (1 - 0.7 + 0.5 * 0.7)
    assert found.with_intervention == pytest.approx(1000 * (1 - without))
    assert found.with_low == pytest.approx(300)
    assert found.difference > 0


@pytest.mark.parametrize(
    ("path", "pair", "reason"),
    [
        (REVIEW, ("    counts: event\n", ""), "events or their absence"),
        (REVIEW, ('    interval: {low: "1.20", high: "1.88"}\n', ""), "was not seen"),
        (REVIEW, ("kind: between-arms", "kind: within-arm"), "not a comparison between treatments"),
        (REVIEW, ("designs: [randomized-controlled-trial]\n", ""), "not assigned at random"),
        (
            QUESTION,
            ('    baseline: {risk: "0.30", claim: aster-2001-relief}\n', ""),
            "no risk without the intervention",
        ),
        (QUESTION, ('{risk: "0.30", claim: aster-2001-relief}', '{risk: "0.30"}'), "has no source"),
        (QUESTION, ("comparator: [placebo-iv]", "comparator: [velorine]"), "comparator differs"),
    ],
)
def test_no_absolute_effect_without_its_grounds(
    library: Library, path: str, pair: tuple[str, str], reason: str
) -> None:
    found = rows(library(edited(path, pair)))["pain-relief"]
    assert isinstance(found.absolute, Refused)
    assert reason in found.absolute.reason


def test_a_risk_difference_alone_gives_the_difference_only(library: Library) -> None:
    review = "claims/reviews/dogwood-2010-flushing.yaml"
    changes = edited(
        review, ("basis: systematic-review\n", "basis: systematic-review\ndesigns: [randomized-controlled-trial]\n")
    )
    changes |= edited(QUESTION, ('    baseline: {risk: "0.10", claim: aster-2001-flushing}\n', ""))
    row = rows(library(changes))["flushing"]
    assert isinstance(row.absolute, AbsoluteEffect)
    assert row.absolute.difference_text == "100 more per 1000 (from 40 more to 160 more)"
    assert row.absolute.baseline is None


CELLS = [
    ("high", "any", "Velorine increases pain relief compared with placebo (high certainty)."),
    ("high", "small", "Velorine increases pain relief slightly compared with placebo (high certainty)."),
    ("high", "little-or-none", "Velorine results in little to no difference in pain relief {} (high certainty)."),
    ("moderate", "important", "Velorine probably increases pain relief {} (moderate certainty)."),
    ("low", "any", "Velorine may increase pain relief {} (low certainty)."),
    ("low", "little-or-none", "Velorine may result in little to no difference in pain relief {} (low certainty)."),
    (
        "very-low",
        "any",
        "The evidence is very uncertain about the effect of velorine on pain relief {} (very low certainty).",
    ),
    ("high", "uncertain", "The evidence is inconclusive on the effect of velorine on pain relief {} (high certainty)."),
    (None, "any", "No conclusion is drawn on the effect of velorine on pain relief {} (certainty not rated)."),
]


@pytest.mark.parametrize(("level", "size", "expected"), CELLS)
def test_sentence_of_each_cell(level: str | None, size: str, expected: str) -> None:
    parts = Parts("velorine", "pain relief", "placebo")
    assert sentence(level, "rated", size, "increase", parts) == expected.format("compared with placebo")  # type: ignore[arg-type]


def test_no_sentence_names_more_treatments_than_a_reader_can_take_in() -> None:
    parts = Parts("", "pain relief", "")
    said = sentence(None, "not-rated", "uncertain", None, parts)
    assert said == "No conclusion is drawn on the effects of these treatments on pain relief (certainty not rated)."


def test_a_provisional_rating_is_called_so(library: Library) -> None:
    line = bottom_line(library({}), ID)
    assert line.provisional
    assert "probably increases the number of people with pain relief" in line.sentences[0].text
    assert all("provisional" in one.text for one in line.sentences)
    assert line.caveats[0].startswith("The rating is provisional: the search was not systematic")


def test_an_inconclusive_effect_is_never_little_or_no_difference(library: Library) -> None:
    kb = library(edited(QUESTION, ("    effect: harm", "    effect: uncertain")))
    said = rows(kb)["flushing"].sentence
    assert said.startswith("The evidence is inconclusive")
    assert "no difference" not in said


@given(st.sampled_from(["high", "low"]), st.lists(st.integers(0, 3), min_size=0, max_size=5))
def test_certainty_stays_between_very_low_and_high(start: str, levels: list[int]) -> None:
    names = list(Down.model_fields)[: len(levels)]
    steps: dict[str, Any] = {
        n: Step.model_construct(levels=k, reason="few") for n, k in zip(names, levels, strict=True)
    }
    begin: Literal["high", "low"] = "high" if start == "high" else "low"
    certainty = Certainty.model_construct(
        status="rated", basis="full-texts", start=begin, down=Down.model_construct(None, **steps)
    )
    expected = max(0, (3 if start == "high" else 1) - sum(levels))
    assert computed_level(certainty) == LEVELS[expected]


def test_a_trial_inside_a_review_counts_once(library: Library) -> None:
    row = rows(library({}))["pain-relief"]
    assert (row.evidence.studies_count, row.evidence.people_count) == (4, 412)
    assert row.evidence.text == "4 studies, 412 people"


def test_overlap_of_reviews_and_trials(library: Library) -> None:
    second = FILES["sources/dogwood-2010.yaml"].replace("10.5555/dogwood.2010", "10.5555/other.2011")
    kb = library({"sources/other-2011.yaml": second.replace("[aster, birch]", "[aster-2001]")})
    found = overlap(kb)
    assert ("dogwood-2010", "aster") in found.cells
    assert ("other-2011", "aster") in found.cells, "a publication stands for its study"
    assert [(pair.first, pair.second, pair.studies) for pair in found.shared] == [
        ("dogwood-2010", "other-2011", ("aster",))
    ]
    assert found.shared[0].covered == pytest.approx(0.5)


def test_claims_that_disagree_are_shown_with_their_figures(library: Library) -> None:
    text = COMPARISON.replace("OUTCOME", "pain-relief").replace("COUNTS", "event").replace("KIND", "between-arms")
    figures = 'measure: risk_ratio, value: "0.60", interval: {low: "0.40", high: "0.90"}'
    kb = library({"claims/trials/aster-2001-extra.yaml": with_head(text.replace("FIGURES", figures))})
    found = next(one for one in conflicts(kb) if one.outcome == "pain-relief" and one.comparator == "placebo")
    assert found.kind == "opposite"
    against = next(side for side in found.sides if side.stance == "against")
    assert [result.figures for result in against.results] == ["RR 0.60 (95% CI 0.40 to 0.90)"]
    assert not [one for one in conflicts(library({})) if one.kind == "opposite"]


def test_a_pool_is_computed_here_and_takes_each_study_once(library: Library) -> None:
    text = FILES["claims/trials/aster-2001-flushing.yaml"].replace("aster-2001", "birch-2004")
    text = text.replace("arm: v100", "arm: velorine").replace("  - {arm: v200, n_events: 9, n: 30, percent: 30}\n", "")
    text = text.replace("n: 30", "n: 24").replace("percent: 20", "percent: 25").replace("percent: 10", "percent: 12.5")
    kb = library({"claims/trials/birch-2004-flushing.yaml": text})
    found = pool_claims(("aster-2001-flushing", "birch-2004-flushing"), kb, "RR", "MH")
    assert found.sentence.startswith("Computed here from 2 studies (108 people): RR 2.00 (")
    assert found.estimate == pytest.approx(2.0)
    assert sum(row.weight for row in found.rows) == pytest.approx(1.0)
    with pytest.raises(CannotCompute, match="would count twice"):
        pool_claims(("aster-2001-flushing", "aster-2001-flushing", "aster-2001-relief"), kb, "RR")
    with pytest.raises(CannotCompute, match="fewer than two"):
        pool_claims(("aster-2001-flushing", "dogwood-2010-relief"), kb, "RR")
