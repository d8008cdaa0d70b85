"""Effects in words: units that are read aloud, intervals, and the sign of a figure."""

from __future__ import annotations

import pytest

from evidence_kb.analysis.effect_measures import effect_text, unit_text
from evidence_kb.records.contrast import Contrast


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        (None, ""),
        ("1", ""),
        ("%", "%"),
        ("mm", " mm"),
        ("d/mo", " days a month"),
        ("d/3 mo", " days in 3 months"),
        ("attacks/mo", " attacks a month"),
        ("mmol/L", " mmol/L"),
        ("mg/d", " mg/d"),
    ],
)
def test_a_unit_after_its_figure(unit: str | None, shown: str) -> None:
    assert unit_text(unit) == shown


def test_an_effect_names_its_unit_once() -> None:
    data = {"of": "a", "versus": "b", "kind": "between-arms", "measure": "mean_difference", "value": "-0.7"}
    contrast = Contrast.model_validate(data | {"unit": "d/mo", "interval": {"low": "-1.3", "high": "-0.1"}})
    assert effect_text(contrast) == "MD \u22120.7 days a month (95% CI \u22121.3 to \u22120.1)"
