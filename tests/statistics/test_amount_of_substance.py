"""Masses as amounts of substance: formulas, molar masses, and doses that sources print both ways."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.statistics.amount_of_substance import ATOMIC_WEIGHTS, atoms, millimoles, molar_mass


def test_the_atoms_of_a_hydrate() -> None:
    assert atoms("MgSO4.7H2O") == {"Mg": 1, "S": 1, "O": 11, "H": 14}


def test_the_molar_mass_is_the_sum_of_the_weights() -> None:
    assert molar_mass("MgSO4.7H2O") == Fraction("24.305") + Fraction("32.06") + 11 * Fraction("15.999") + 14 * Fraction(
        "1.008"
    )


@pytest.mark.parametrize(
    ("grams", "formula", "printed"),
    [("5", "MgSO4.7H2O", 20), ("0.6", "Mg", 24)],
    ids=["Brewer 2001: 5 g (20 mmol)", "Peikert 1996: 600 mg (24 mmol)"],
)
def test_doses_that_are_printed_both_ways(grams: str, formula: str, printed: int) -> None:
    assert int(millimoles(Fraction(grams), formula, "Mg")) == printed


@pytest.mark.parametrize("formula", ["", "mgSO4", "Mg(OH)2", "MgSO4.", "0Mg", "Mg SO4", "Qx2", "Mg" * 2000 + "("])
def test_what_is_no_formula_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match=r"formula|atomic weight"):
        atoms(formula)


def test_an_element_that_the_compound_does_not_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="holds no Mg"):
        millimoles(Fraction(1), "ZnSO4", "Mg")


@given(st.lists(st.tuples(st.sampled_from(sorted(ATOMIC_WEIGHTS)), st.integers(2, 99)), min_size=1, max_size=6))
def test_every_atom_is_counted(parts: list[tuple[str, int]]) -> None:
    formula = "".join(f"{element}{number}" for element, number in parts)
    assert sum(atoms(formula).values()) == sum(number for _, number in parts)
