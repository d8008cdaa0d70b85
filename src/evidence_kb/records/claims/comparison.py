"""Comparison: a contrast whose arms were not printed one by one."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.base import Finding, Variable
from evidence_kb.records.base import arms as arm_variables
from evidence_kb.records.references import ArmRef
from evidence_kb.records.scalars import AsTuple


class Comparison(Finding):
    """A difference or a ratio, or only p and words, between arms or before and after."""

    type: Literal["comparison"]
    """The type of the claim."""
    arms: Annotated[tuple[ArmRef, ...], AsTuple] = ()
    """The arms compared; doses and background stand in the source."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The arms, and the outcome."""
        return (*arm_variables(self.arms), self.outcome_variable())
