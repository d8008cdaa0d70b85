"""What each effect measure is called, where it means no difference, and on which scale its interval is symmetric."""

from __future__ import annotations

from evidence_kb.printed import Printed
from evidence_kb.records.contrast import DIFFERENCE_MEASURES, RATIO_MEASURES, Contrast, Interval
from evidence_kb.statistics.estimates import Scale

SHORT = {
    "risk_ratio": "RR",
    "odds_ratio": "OR",
    "peto_odds_ratio": "Peto OR",
    "hazard_ratio": "HR",
    "rate_ratio": "rate ratio",
    "ratio_of_means": "ratio of means",
    "risk_difference": "RD",
    "rate_difference": "rate difference",
    "mean_difference": "MD",
    "median_difference": "median difference",
    "standardized_mean_difference": "SMD",
    "difference_in_percent_change": "difference in percentage change",
    "percent_difference": "difference in percent",
    "correlation": "r",
    "regression_coefficient": "coefficient",
    "nnt": "NNT",
    "nnh": "NNH",
    "none": "estimate",
}
"""Abbreviations as they stand before a figure."""


COUNTED = {"d": "days", "attacks": "attacks", "h": "hours"}
PERIODS = {"d": "day", "wk": "week", "mo": "month", "y": "year"}


def null_of(measure: str) -> int | None:
    """The value that means no difference: 1 for ratios, 0 for differences, None for all else."""
    if measure in RATIO_MEASURES:
        return 1
    return 0 if measure in DIFFERENCE_MEASURES else None


def scale_of(measure: str) -> Scale | None:
    """Logarithm for ratios, the measure's own scale for differences, None for all else."""
    if measure in RATIO_MEASURES:
        return "log"
    return "identity" if measure in DIFFERENCE_MEASURES else None


def unit_text(unit: str | None) -> str:
    """The unit as it follows a figure: nothing for a fraction, `%` closed up, counts in a time in words (`d/mo`)."""
    if unit in (None, "1", ""):
        return ""
    counted, slash, period = (unit or "").partition("/")
    if slash and counted in COUNTED and period.split(" ")[-1] in PERIODS:
        number, _, length = period.rpartition(" ")
        return f" {COUNTED[counted]} {f'in {number} {PERIODS[length]}s' if number else f'a {PERIODS[length]}'}"
    return "%" if unit == "%" else f" {unit}"


def interval_text(interval: Interval) -> str:
    """`95% CI 1.41 to 9.99`, with the level and the kind that the source prints."""
    kind = {"credible": "CrI", "prediction": "prediction interval"}.get(interval.kind or "", "CI")
    return f"{interval.level or '95'}% {kind} {shown(interval.low)} to {shown(interval.high)}"


def effect_text(contrast: Contrast) -> str:
    """The estimate as a reader meets it: `RR 3.75 (95% CI 1.41 to 9.99), p = 0.008`; empty where nothing is printed."""
    parts = []
    if contrast.value is not None:
        unit = unit_text(contrast.unit)
        interval = f" ({interval_text(contrast.interval)})" if contrast.interval else ""
        parts.append(f"{SHORT[contrast.measure]} {shown(contrast.value)}{unit}{interval}")
    if contrast.p is not None:
        parts.append(p_text(contrast.p))
    elif contrast.p_words:
        parts.append(contrast.p_words.replace("stated-", "stated to be ").replace("-", " "))
    return ", ".join(parts)


def p_text(p: Printed) -> str:
    """`p = 0.008` or `p <0.001`, with the characters of the source."""
    return f"p {p}" if p[:1] in "<>≤≥=" else f"p = {p}"


def shown(figure: str) -> str:
    """A printed figure with a true minus sign; all other characters as they are."""
    return f"\u2212{figure[1:]}" if figure.startswith("-") else str(figure)
