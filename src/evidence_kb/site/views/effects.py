"""Centres, spreads, intervals and times as printed, in one line of text."""

from __future__ import annotations

from evidence_kb.analysis.effect_measures import interval_text, p_text, shown, unit_text
from evidence_kb.records.arms import Centre, Spread
from evidence_kb.records.contrast import Contrast, Interval
from evidence_kb.records.time import Time
from evidence_kb.site.words import plain

SPREADS = {"sd": "SD", "se": "SE", "iqr": "IQR", "range": "range", "unlabelled": "±", "interval": "95% CI"}


def interval_words(interval: Interval | None) -> str:
    """`95% CI −0.23 to 0.09`; empty where no interval was seen."""
    return interval_text(interval) if interval is not None else ""


def p_words(contrast: Contrast) -> str:
    """p as printed, or what the source says in words."""
    if contrast.p is not None:
        return p_text(contrast.p)
    return (contrast.p_words or "").replace("stated-", "stated to be ").replace("-", " ")


def unit_words(contrast: Contrast) -> str:
    """The unit of a contrast as it follows its figure."""
    return unit_text(contrast.unit)


def authors_words(contrast: Contrast) -> str:
    """What the authors say of it."""
    return plain(contrast.authors_say) if contrast.authors_say not in (None, "not-stated") else ""


def time_text(time: Time | None) -> str:
    """A time point as printed."""
    return time.printed if time else ""


def centre_text(centre: Centre | None, spread: Spread | None) -> str:
    """`4.5 (SD 1.2)`; empty where none was seen."""
    if centre is None:
        return ""
    stat = {"median": "median ", "geometric-mean": "geometric mean "}.get(centre.stat, "")
    around = spread_text(spread)
    return f"{stat}{shown(centre.value)}" + (f" ({around})" if around else "")


def spread_text(spread: Spread | None) -> str:
    """`SD 1.2`, `95% CI 3.7 to 5.3`; empty where none was seen."""
    if spread is None:
        return ""
    pair = f"{shown(spread.low)} to {shown(spread.high)}" if spread.low and spread.high else ""
    return f"{SPREADS[spread.kind]} {spread.value or pair}".strip()
