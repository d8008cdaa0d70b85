"""The 2x2 tables that can stand behind two arms: counts where printed, else all that fit the percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_kb.analysis.checks.figures import span
from evidence_kb.records.arms import ArmProportion
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.grim import feasible_counts
from evidence_kb.statistics.rounding import ClosedInterval
from evidence_kb.statistics.study_data import TwoByTwo

MOST = 9
"""Counts tried for an arm whose percentage fits many: ends and evenly between, which bound every effect in between."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The events that one arm may have had: `counts` among `n`, or only a `share` (0 to 1) where n was not seen."""

    n: int | None
    counts: tuple[int, ...]
    share: ClosedInterval | None
    printed: bool

    @property
    def thinned(self) -> tuple[int, ...]:
        """At most MOST of the counts, both ends among them."""
        if len(self.counts) <= MOST:
            return self.counts
        step = (len(self.counts) - 1) / (MOST - 1)
        return tuple(self.counts[round(step * place)] for place in range(MOST))


def counted(arm: ArmProportion) -> Counted:
    """What is known of the events of an arm."""
    percent = span(arm.percent)
    share = None
    if percent is not None:
        share = ClosedInterval(max(0, percent.low) / 100, min(100, percent.high) / 100) if percent.low <= 100 else None
    if arm.n_events is not None and arm.n and arm.n_events <= arm.n:
        return Counted(arm.n, (arm.n_events,), share, True)
    if arm.n and arm.percent is not None:
        try:
            found = feasible_counts(arm.percent, arm.n)
        except CannotCompute:
            return Counted(arm.n, (), share, False)
        return Counted(arm.n, tuple(found.counts) or tuple(found.if_truncated), share, False)
    return Counted(arm.n, (), share, False)


def sides(claim: ResponseRate, contrast: Contrast) -> tuple[Counted, Counted] | None:
    """What is known of both arms of a contrast; None where one is not among the arms or has no figure."""
    arms = {arm.arm: arm for arm in claim.arms}
    if contrast.of not in arms or contrast.versus not in arms or contrast.of == contrast.versus:
        return None
    first, second = counted(arms[contrast.of]), counted(arms[contrast.versus])
    return (first, second) if all(side.counts or side.share for side in (first, second)) else None


def tables(first: Counted, second: Counted, without: bool = False) -> tuple[TwoByTwo, ...]:
    """Every table that fits; with `without`, of people without the event. Empty where a denominator is missing."""
    if not first.n or not second.n:
        return ()
    found = []
    for one in first.thinned:
        for other in second.thinned:
            a, c = (first.n - one, second.n - other) if without else (one, other)
            found.append(TwoByTwo(a, first.n, c, second.n))
    return tuple(found)


def middle(found: Sequence[TwoByTwo]) -> TwoByTwo:
    """The table in the middle, to be shown where several fit."""
    return found[len(found) // 2]
