"""Number needed to treat for one to benefit or to be harmed, with intervals that may pass through infinity."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import EffectEstimate

Wanted = Literal["wanted", "unwanted"]


@dataclass(frozen=True, slots=True)
class Needed:
    """One number needed: to treat for one more to benefit (NNTB) or to be harmed (NNTH); it may be infinite."""

    kind: Literal["NNTB", "NNTH"]
    number: float


@dataclass(frozen=True, slots=True)
class NumberNeeded:
    """A number needed with its limits, from the limit of most benefit to that of most harm.

    `through_infinity` says that the interval holds no difference: it then runs from NNTB `most_benefit.number` up to
    infinity and on, from infinity down, to NNTH `most_harm.number` (Altman 1998, BMJ 317, 1309-1312).
    """

    estimate: Needed
    most_benefit: Needed
    most_harm: Needed
    through_infinity: bool
    level: float
    interval_method: str


def number_needed(difference: EffectEstimate, events_are: Wanted) -> NumberNeeded:
    """The number needed from a risk difference (arm 1 less arm 0) by inverting it and its limits.

    `events_are` says whether an event is wanted (relief) or not (recurrence). Raises CannotCompute for other measures.
    """
    if difference.measure != "RD":
        raise CannotCompute(f"a number needed comes from a risk difference, not from a measure {difference.measure}")
    sign = 1.0 if events_are == "wanted" else -1.0
    gains = sorted((sign * difference.low, sign * difference.high))
    return NumberNeeded(
        estimate=_needed(sign * difference.estimate),
        most_benefit=_needed(gains[1]),
        most_harm=_needed(gains[0]),
        through_infinity=gains[0] < 0.0 < gains[1],
        level=difference.level,
        interval_method=f"inverted limits of the risk difference ({difference.interval_method})",
    )


def _needed(gain: float) -> Needed:
    """1 over the share that gains; no gain at all is infinitely many for one to benefit."""
    if gain == 0.0:
        return Needed("NNTB", math.inf)
    return Needed("NNTB" if gain > 0.0 else "NNTH", 1.0 / abs(gain))
