"""What one study reports: events in two arms, means in two arms, events over time, one arm, or an estimate."""

from __future__ import annotations

import math
from dataclasses import dataclass

from evidence_kb.statistics.distributions import critical_z
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Scale, to_scale


def _require_events(events: float, n: float) -> None:
    if not (n > 0.0 and math.isfinite(n)):
        raise CannotCompute(f"an arm needs at least one participant, not {n!r}")
    if not 0.0 <= events <= n:
        raise CannotCompute(f"{events!r} events among {n!r} participants are impossible")


@dataclass(frozen=True, slots=True)
class TwoByTwo:
    """Events and participants in the intervention arm (1) and the comparator arm (0).

    Counts may be fractions of a person (a design effect, a corrected table); exact methods refuse those.
    """

    events_1: float
    n_1: float
    events_0: float
    n_0: float
    label: str = ""

    def __post_init__(self) -> None:
        _require_events(self.events_1, self.n_1)
        _require_events(self.events_0, self.n_0)

    @property
    def cells(self) -> tuple[float, float, float, float]:
        """a, b, c, d: events and non-events in arm 1, then in arm 0."""
        return self.events_1, self.n_1 - self.events_1, self.events_0, self.n_0 - self.events_0

    @property
    def has_zero_cell(self) -> bool:
        """Whether any of the four cells is empty."""
        return 0.0 in self.cells

    @property
    def without_events(self) -> bool:
        """Whether neither arm has an event."""
        return self.events_1 == 0.0 and self.events_0 == 0.0

    @property
    def all_events(self) -> bool:
        """Whether every participant of both arms has the event."""
        return self.events_1 == self.n_1 and self.events_0 == self.n_0

    @property
    def uninformative(self) -> bool:
        """Whether both arms have no event, or both have nothing else: no odds ratio can be told from such a table."""
        return self.without_events or self.all_events


@dataclass(frozen=True, slots=True)
class SingleArm:
    """Events among participants of one group."""

    events: float
    n: float
    label: str = ""

    def __post_init__(self) -> None:
        _require_events(self.events, self.n)


@dataclass(frozen=True, slots=True)
class TwoMeans:
    """Participants, mean and standard deviation in the intervention arm (1) and the comparator arm (0)."""

    n_1: float
    mean_1: float
    sd_1: float
    n_0: float
    mean_0: float
    sd_0: float
    label: str = ""

    def __post_init__(self) -> None:
        for n, mean, sd in ((self.n_1, self.mean_1, self.sd_1), (self.n_0, self.mean_0, self.sd_0)):
            if not (n > 1.0 and math.isfinite(n)):
                raise CannotCompute(f"a standard deviation needs at least two participants, not {n!r}")
            if not math.isfinite(mean) or not 0.0 <= sd < math.inf:
                raise CannotCompute(f"a mean of {mean!r} with a standard deviation of {sd!r} cannot be used")


@dataclass(frozen=True, slots=True)
class PersonTime:
    """Events and time at risk in the intervention arm (1) and the comparator arm (0), in one unit of time."""

    events_1: float
    time_1: float
    events_0: float
    time_0: float
    label: str = ""

    def __post_init__(self) -> None:
        for events, time in ((self.events_1, self.time_1), (self.events_0, self.time_0)):
            if not (0.0 <= events < math.inf and 0.0 < time < math.inf):
                raise CannotCompute(f"{events!r} events in a time at risk of {time!r} cannot be used")


@dataclass(frozen=True, slots=True)
class GenericEffect:
    """A published estimate and its standard error, both on the scale of analysis (the logarithm for a ratio)."""

    scaled: float
    se: float
    label: str = ""

    def __post_init__(self) -> None:
        if not math.isfinite(self.scaled) or not 0.0 < self.se < math.inf:
            raise CannotCompute(f"an estimate of {self.scaled!r} with standard error {self.se!r} cannot be pooled")

    @classmethod
    def from_interval(
        cls, estimate: float, low: float, high: float, scale: Scale, level: float = 0.95, label: str = ""
    ) -> GenericEffect:
        """From an estimate and its limits as printed (ratios as ratios): SE = (upper - lower) / (2 z).

        Source: Cochrane Handbook 6.5, section 6.3.1. Raises CannotCompute where a ratio or its limit is not above zero.
        """
        width = to_scale(high, scale) - to_scale(low, scale)
        if not width > 0.0:
            raise CannotCompute(f"the limits {low!r} and {high!r} are not in rising order")
        return cls(to_scale(estimate, scale), width / (2.0 * critical_z(level)), label)


Study = TwoByTwo | SingleArm | TwoMeans | PersonTime | GenericEffect
