"""Results of one arm: proportions, means or medians, and times to an event."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.contrast import Interval
from evidence_kb.records.model import Model
from evidence_kb.records.references import ArmRef
from evidence_kb.records.scalars import AsTuple, Count, Figure, Flag, Text

Seen = Literal["seen", "not-seen", "not-reported"]


class Centre(Model):
    """A mean, median or other centre as printed."""

    stat: Literal["mean", "ls-mean", "median", "geometric-mean", "not-seen"]
    """Which statistic it is."""
    value: Figure
    """The figure as printed."""


class Spread(Model):
    """A standard deviation, error, range or interval around a centre, as printed."""

    kind: Literal["sd", "se", "iqr", "range", "interval", "unlabelled"]
    """Which measure of spread it is."""
    value: Figure | None = None
    """The figure, where it is one."""
    low: Figure | None = None
    """Lower limit, where it is a pair."""
    high: Figure | None = None
    """Upper limit, where it is a pair."""
    unsigned: Flag | None = None
    """True where the source prints the limits of a change without their sign."""


class ArmProportion(Model):
    """How many of one arm had the event."""

    arm: ArmRef
    """Id of the arm in the source's `study.arms`."""
    n_events: Count | None = None
    """People (or units) with the event."""
    n: Count | None = None
    """The denominator."""
    percent: Figure | None = None
    """The percentage as printed, without the sign."""
    interval: Interval | None = None
    """Interval of the percentage as printed."""
    result: Seen | None = None
    """Whether the figures of this arm were seen; `seen` where left out."""
    derivation: Text | None = None
    """The sum or step by which a figure that is not printed was found."""


class ArmContinuous(Model):
    """Mean or median of one arm."""

    arm: ArmRef
    """Id of the arm in the source's `study.arms`."""
    n: Count | None = None
    """People in the analysis."""
    baseline: Centre | None = None
    """Centre before treatment."""
    baseline_spread: Spread | None = None
    """Spread before treatment."""
    centre: Centre | None = None
    """Centre of what `quantity` names."""
    spread: Spread | None = None
    """Spread of what `quantity` names."""
    result: Seen | None = None
    """Whether the figures of this arm were seen; `seen` where left out."""


class ArmTime(Model):
    """Time to an event in one arm."""

    arm: ArmRef
    """Id of the arm in the source's `study.arms`."""
    n: Count | None = None
    """People in the analysis."""
    n_events: Count | None = None
    """People with the event."""
    median: Figure | None = None
    """Median time as printed."""
    unit: Text | None = None
    """Its unit."""
    interval: Interval | None = None
    """Interval of the median."""


Proportions = Annotated[tuple[ArmProportion, ...], AsTuple]
Means = Annotated[tuple[ArmContinuous, ...], AsTuple]
Times = Annotated[tuple[ArmTime, ...], AsTuple]
