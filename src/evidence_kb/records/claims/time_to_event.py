"""Time to event: medians and hazard ratios."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.arms import Times
from evidence_kb.records.base import Finding, Variable, arms
from evidence_kb.records.scalars import Text


class TimeToEvent(Finding):
    """How long until an event that is wanted (freedom from pain) or not (relapse)."""

    type: Literal["time_to_event"]
    """The type of the claim."""
    event: Text
    """The event."""
    event_is: Literal["wanted", "unwanted"]
    """Whether people hope for it."""
    rescue_counts_as: Literal["censored", "no-event", "ignored", "not-seen", "not-applicable"] | None = None
    """How use of rescue medicine was counted."""
    arms: Times
    """The arms with their figures as printed."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The arms, and the outcome."""
        return (*arms(tuple(arm.arm for arm in self.arms)), self.outcome_variable())
