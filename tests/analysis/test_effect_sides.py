"""What an effect means for the patient is said in words where its sign does not tell it."""

from __future__ import annotations

import pytest

from analysis.conftest import Library, with_head
from evidence_kb.analysis.directions import Side
from evidence_kb.analysis.informative_statements import bearing, verdict
from evidence_kb.analysis.row_estimate import Estimate, effect_words
from evidence_kb.analysis.summary_of_findings import summary_of_findings
from evidence_kb.records.base import Finding
from evidence_kb.records.grade import Level

PATH = "claims/trials/aster-2001-extra.yaml"
FALL = """\
type: continuous
statement: A statement.
outcome: pain-intensity
unit: mm
quantity: QUANTITY
arms: [{arm: v100}, {arm: placebo}]
contrasts:
  - of: OF
    versus: VERSUS
    kind: between-arms
    measure: mean_difference
    unit: mm
    value: "VALUE"
    interval: {low: "LOW", high: "34"}
"""


@pytest.mark.parametrize(
    ("quantity", "of", "value", "low", "words"),
    [
        ("reduction", "v100", "16", "2", "a greater fall with the treatment"),
        ("reduction", "v100", "16", "-2", "leaning to a greater fall with the treatment"),
        ("reduction", "placebo", "16", "-2", "leaning to a smaller fall with the treatment"),
        ("reduction", "placebo", "-16", "-20", "leaning to a greater fall with the treatment"),
        ("end", "placebo", "16", "-2", "leaning to the treatment"),
        ("end", "placebo", "16", "2", "favouring the treatment"),
        ("end", "v100", "16", "-2", ""),
    ],
)
def test_the_side_of_a_difference(library: Library, quantity: str, of: str, value: str, low: str, words: str) -> None:
    versus = "placebo" if of == "v100" else "v100"
    text = FALL
    for mark, given in (("QUANTITY", quantity), ("OF", of), ("VERSUS", versus), ("VALUE", value), ("LOW", low)):
        text = text.replace(mark, given, 1)
    kb = library({PATH: with_head(text)})
    claim = kb.claims["aster-2001-extra"].record
    assert isinstance(claim, Finding)
    control: Side = "versus" if of == "v100" else "of"
    said = effect_words(Estimate(claim, "aster-2001-extra", 0, frozenset({"velorine-iv"}), control), kb)
    assert said.endswith(f"), {words}" if words else ")")


@pytest.mark.parametrize(
    ("level", "effect", "expected"),
    [
        ("moderate", "benefit", "better"),
        ("low", "small-harm", "worse"),
        ("high", "important-harm", "worse"),
        ("high", "little-or-no-difference", ""),
        ("high", "uncertain", ""),
        ("very-low", "harm", ""),
        (None, "harm", ""),
    ],
)
def test_what_a_verdict_is_for_the_patient(level: Level | None, effect: str, expected: str) -> None:
    assert bearing(level, effect, "reduce") == expected
    assert bearing(level, effect, None) == ""


def test_no_study_found_is_said_only_where_a_search_found_none(library: Library) -> None:
    assert verdict(None, "uncertain", None, nothing=True) == "no study found"
    assert verdict(None, "uncertain", None) == "certainty not rated"
    assert verdict("low", "any", "reduce", nothing=True) == "may reduce"


def test_a_row_says_whether_its_effect_is_better(library: Library) -> None:
    kb = library({})
    found = {row.outcome: row.bearing for row in summary_of_findings(kb, "velorine-v-placebo")}
    assert found["pain-relief"] == "better"
    assert found["flushing"] == "worse"
