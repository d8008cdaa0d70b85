"""Doses in millimoles: salts, elements, ranges, and what cannot be converted."""

from __future__ import annotations

import pytest

from evidence_kb.analysis.amounts import in_millimoles, problem_of
from evidence_kb.records.dose import Dose
from evidence_kb.records.term import Composition

SULFATE = Composition(element="Mg", formula="MgSO4.7H2O")


@pytest.mark.parametrize(
    ("amount", "unit", "counted", "shown"),
    [
        ("2", "g", "salt", "8.1 mmol Mg"),
        ("1 to 2", "g", "salt", "4.1 to 8.1 mmol Mg"),
        ("30", "mg/kg", "salt", "0.12 mmol/kg Mg"),
        ("1000", "mg", "salt", "4.1 mmol Mg"),
        ("1-2", "g", "salt", "4.1 to 8.1 mmol Mg"),
        ("600", "mg", "elemental", "24.7 mmol Mg"),
        ("2", "g", "not-seen", ""),
        ("2", "g", None, ""),
        ("10", "mL", "salt", ""),
        ("two", "g", "salt", ""),
    ],
)
def test_a_dose(amount: str, unit: str, counted: str | None, shown: str) -> None:
    dose = Dose.model_validate({"amount": amount, "unit": unit, "expressed_as": counted})
    assert in_millimoles(dose, SULFATE) == shown


def test_a_salt_without_a_formula_is_not_converted() -> None:
    assert in_millimoles(Dose(amount="2", unit="g", expressed_as="salt"), Composition(element="Mg")) == ""


def test_a_formula_that_cannot_be_read_gives_no_amount() -> None:
    broken = Composition(element="Mg", formula="Mg(")
    assert problem_of(broken)
    assert in_millimoles(Dose(amount="2", unit="g", expressed_as="salt"), broken) == ""
