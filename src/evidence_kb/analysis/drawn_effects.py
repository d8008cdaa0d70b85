"""Effects as numbers for a drawing, turned round where the source prints the comparator first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from evidence_kb.analysis.effect_measures import null_of, scale_of
from evidence_kb.records.contrast import Contrast

DECIMALS = 2
"""Decimals of a ratio that was turned round."""
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class DrawnEffect:
    """Estimate and interval in the unit of the axis, and in words: as printed, or as turned round."""

    value: float
    low: float
    high: float
    text: str


def drawable(contrast: Contrast, *, turned: bool) -> DrawnEffect | None:
    """The effect for a drawing; None without an interval, or where the measure has no axis.

    `turned` changes the sign of a difference and takes the reciprocal of a ratio, so that both read treatment against
    comparator.
    """
    if contrast.value is None or contrast.interval is None or null_of(contrast.measure) is None:
        return None
    figures = (contrast.value, contrast.interval.low, contrast.interval.high)
    values = [figure.number.value for figure in figures if figure.number is not None]
    log = scale_of(contrast.measure) == "log"
    if len(values) < len(figures) or (log and min(values) <= 0):
        return None
    value, *ends = [_turned(each, log) for each in values] if turned else values
    low, high = sorted(ends)
    text = f"{contrast.value} ({contrast.interval.low} to {contrast.interval.high})".replace("-", MINUS)
    if turned:
        places = DECIMALS if log else max(len(str(figure).partition(".")[2]) for figure in figures)
        words = [f"{float(each):.{places}f}".replace("-", MINUS) for each in (value, low, high)]
        text = f"turned round: {words[0]} ({words[1]} to {words[2]})"
    return DrawnEffect(float(value), float(low), float(high), text)


def _turned(value: Fraction, log: bool) -> Fraction:
    return 1 / value if log else -value
