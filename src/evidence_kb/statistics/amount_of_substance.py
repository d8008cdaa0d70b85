"""Masses as amounts of substance: the molar mass of a chemical formula, and millimoles of one of its elements."""

from __future__ import annotations

import re
from fractions import Fraction

# Abridged standard atomic weights in g/mol (IUPAC Commission on Isotopic Abundances and Atomic Weights, 2021).
ATOMIC_WEIGHTS = {
    "H": "1.008",
    "C": "12.011",
    "N": "14.007",
    "O": "15.999",
    "F": "18.998",
    "Na": "22.990",
    "Mg": "24.305",
    "P": "30.974",
    "S": "32.06",
    "Cl": "35.45",
    "K": "39.098",
    "Ca": "40.078",
    "Fe": "55.845",
    "Zn": "65.38",
    "Br": "79.904",
    "I": "126.90",
}
_FORMULA = re.compile(r"(?:[1-9]\d{0,2})?(?:[A-Z][a-z]?\d{0,3})+(?:\.(?:[1-9]\d{0,2})?(?:[A-Z][a-z]?\d{0,3})+)*")
_PART = re.compile(r"(?P<count>\d*)(?P<atoms>.+)")
_ATOM = re.compile(r"(?P<element>[A-Z][a-z]?)(?P<count>\d*)")


def atoms(formula: str) -> dict[str, int]:
    """The atoms of a formula unit by element: `MgSO4.7H2O` holds one Mg, one S, eleven O and fourteen H.

    Parts are joined by points, without brackets. Raises ValueError where the text is no such formula or an element is
    not among `ATOMIC_WEIGHTS`.
    """
    if not _FORMULA.fullmatch(formula):
        raise ValueError(f"`{formula}` is no chemical formula such as MgSO4.7H2O")
    found: dict[str, int] = {}
    for part in formula.split("."):
        match = _PART.fullmatch(part)
        assert match is not None
        for atom in _ATOM.finditer(match["atoms"]):
            if atom["element"] not in ATOMIC_WEIGHTS:
                raise ValueError(f"the atomic weight of `{atom['element']}` is not known here")
            number = int(match["count"] or 1) * int(atom["count"] or 1)
            found[atom["element"]] = found.get(atom["element"], 0) + number
    return found


def molar_mass(formula: str) -> Fraction:
    """The mass of a mole in g/mol: the sum of the standard atomic weights. Raises ValueError as `atoms` does."""
    return sum((Fraction(ATOMIC_WEIGHTS[element]) * number for element, number in atoms(formula).items()), Fraction(0))


def millimoles(grams: Fraction, formula: str, element: str) -> Fraction:
    """Millimoles of an element in a mass of a compound in grams: 1000 * m / M * atoms of the element.

    Raises ValueError as `atoms` does, and where the compound does not hold the element.
    """
    held = atoms(formula)
    if element not in held:
        raise ValueError(f"`{formula}` holds no {element}")
    return 1000 * grams / molar_mass(formula) * held[element]
