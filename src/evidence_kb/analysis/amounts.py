"""Doses in millimoles, where the vocabulary says of which compound the substance is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.dose import Dose
from evidence_kb.records.term import Composition, Intervention
from evidence_kb.statistics.amount_of_substance import millimoles

GRAMS = {"g": Fraction(1), "mg": Fraction(1, 1000), "ug": Fraction(1, 10**6), "mcg": Fraction(1, 10**6)}
_AMOUNT = re.compile(r"(?P<low>\d+(?:\.\d+)?)(?:(?: to | or |-|\u2013)(?P<high>\d+(?:\.\d+)?))?")
DECIMALS, DIGITS = 1, 2
"""Decimals of amounts, and significant digits of those below 1: doses are round numbers."""


def composition_of(interventions: Sequence[str], kb: KnowledgeBase) -> Composition | None:
    """The compound of the one treatment that has one; None where none or several have."""
    terms = [kb.term("interventions", id) for id in interventions]
    found = [term.composition for term in terms if isinstance(term, Intervention) and term.composition is not None]
    return found[0] if len(found) == 1 else None


def problem_of(composition: Composition) -> str:
    """Why nothing can be computed from a compound; empty where it can."""
    try:
        millimoles(Fraction(1), composition.formula or composition.element, composition.element)
    except ValueError as error:
        return str(error)
    return ""


def in_millimoles(dose: Dose, composition: Composition) -> str:
    """A dose as amount of its element (`8.1 mmol Mg`, `0.12 mmol/kg Mg`); empty where it is not told of what it counts.

    Only masses of the salt or of the element can be converted, and only where the formula has no problem; a range stays
    a range.
    """
    mass, slash, per = dose.unit.partition("/")
    amount = _AMOUNT.fullmatch(dose.amount)
    formula = {"salt": composition.formula, "elemental": composition.element}.get(dose.expressed_as or "")
    if amount is None or mass not in GRAMS or not formula or problem_of(composition):
        return ""
    values = [
        millimoles(Fraction(amount[name]) * GRAMS[mass], formula, composition.element)
        for name in ("low", "high")
        if amount[name]
    ]
    return f"{' to '.join(_rounded(value) for value in values)} mmol{slash}{per} {composition.element}"


def compound_words(composition: Composition) -> str:
    """What the millimoles are computed from, as a sentence."""
    salt = f", of the salt as {composition.formula.replace('.', '·')}" if composition.formula else ""
    return f"Computed here{salt}.{f' {composition.why}' if composition.why else ''}"


def _rounded(value: Fraction) -> str:
    """A number to one decimal, below 1 to two significant digits, never with an exponent."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    places = max(DECIMALS, DIGITS - 1 - number.adjusted())
    return f"{number:.{places}f}"
