"""Response rate: how many in each arm had an event, wanted or unwanted."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.arms import Proportions
from evidence_kb.records.base import Finding, Variable, arms
from evidence_kb.records.scalars import Text


class ResponseRate(Finding):
    """Any event counted in arms: relief, freedom from pain, an adverse event."""

    type: Literal["response_rate"]
    """The type of the claim."""
    event: Text
    """What was counted, in the source's sense."""
    ascertained: Literal["asked", "volunteered", "coded", "not-seen"] | None = None
    """How adverse events were found."""
    arms: Proportions
    """The arms with their counts and percentages as printed."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The arms, and the outcome."""
        return (*arms(tuple(arm.arm for arm in self.arms)), self.outcome_variable())
