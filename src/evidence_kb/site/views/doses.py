"""Doses and upper limits in words."""

from __future__ import annotations

from evidence_kb.records.dose import Dose, Maximum

COUNTED = {
    "product": "of the product",
    "salt": "of the salt",
    "elemental": "of the element",
    "base": "of the base",
    "not-seen": "(of what, was not seen)",
}


def dose_words(dose: Dose) -> str:
    """A dose on one line: `2 g of the salt, up to 3`."""
    counted = f" {COUNTED[dose.expressed_as]}" if dose.expressed_as else ""
    return f"{dose.amount} {dose.unit}{counted}{f', {dose.times}' if dose.times else ''}"


def maximum_words(maximum: Maximum) -> str:
    """An upper limit on one line: `at most 3 mg in 24 h`."""
    route = f" ({maximum.route})" if maximum.route else ""
    return f"at most {maximum.amount} {maximum.unit} in {maximum.per}{route}"
