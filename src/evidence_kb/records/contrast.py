"""Contrasts: what was compared with what, by which measure, with the figures as printed."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.model import Model
from evidence_kb.records.scalars import AsTuple, Figure, Slug, Text

RATIO_MEASURES = frozenset(
    {"risk_ratio", "odds_ratio", "peto_odds_ratio", "hazard_ratio", "rate_ratio", "ratio_of_means"}
)
DIFFERENCE_MEASURES = frozenset(
    {
        "risk_difference",
        "rate_difference",
        "mean_difference",
        "median_difference",
        "standardized_mean_difference",
        "difference_in_percent_change",
        "percent_difference",
    }
)

Measure = Literal[
    "risk_ratio",
    "odds_ratio",
    "peto_odds_ratio",
    "hazard_ratio",
    "rate_ratio",
    "ratio_of_means",
    "risk_difference",
    "rate_difference",
    "mean_difference",
    "median_difference",
    "standardized_mean_difference",
    "difference_in_percent_change",
    "percent_difference",
    "correlation",
    "regression_coefficient",
    "nnt",
    "nnh",
    "none",
]


class Interval(Model):
    """An interval as printed."""

    level: Figure | None = None
    """The level in percent; 95 where the source does not say otherwise."""
    low: Figure
    """Lower limit as printed."""
    high: Figure
    """Upper limit as printed."""
    kind: Literal["confidence", "credible", "prediction"] | None = None
    """What kind of interval; confidence where left out."""
    sides: Literal["two", "lower", "upper"] | None = None
    """Two-sided where left out."""
    method: Text | None = None
    """How the source says that it was computed."""


class Contrast(Model):
    """One comparison: `of` minus (or over) `versus`, as printed. What it favours is derived."""

    of: Slug
    """Arm or group that comes first."""
    versus: Slug
    """Arm or group that it is compared with."""
    kind: Literal["between-arms", "within-arm", "between-periods", "between-groups", "between-subgroups"]
    """What kind of comparison it is."""
    measure: Measure
    """The effect measure; `none` where only p, words or an omnibus test were seen."""
    value: Figure | None = None
    """The estimate as printed."""
    unit: Text | None = None
    """Unit of a difference (`mm`, `1` for a fraction, `%` for points)."""
    counts: Literal["event", "non-event", "not-seen"] | None = None
    """Whether the source counted the event named in the outcome or its absence."""
    interval: Interval | None = None
    """The interval as printed."""
    p: Figure | None = None
    """p as printed (`0.005`, `<0.001`)."""
    p_words: Literal["stated-significant", "stated-not-significant"] | None = None
    """What the source says in words where it prints no p."""
    p_covers: Annotated[tuple[Slug, ...], AsTuple] | None = None
    """The arms over which p was computed, where there are more than the two."""
    adjusted_for: Annotated[tuple[Text, ...], AsTuple] | None = None
    """Covariates of an adjusted estimate."""
    authors_say: (
        Literal[
            "higher",
            "lower",
            "no-difference-detected",
            "non-inferior",
            "equivalent",
            "inconclusive",
            "not-stated",
        ]
        | None
    ) = None
    """The authors' own reading of `of` against `versus`."""


Contrasts = Annotated[tuple[Contrast, ...], AsTuple]
