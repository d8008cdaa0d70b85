"""Continuous: means or medians of a scale or measurement in arms."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.arms import Means
from evidence_kb.records.base import Finding, Variable, arms
from evidence_kb.records.references import ScaleRef
from evidence_kb.records.scalars import Text


class Continuous(Finding):
    """A measurement at the end, its change, or a level."""

    type: Literal["continuous"]
    """The type of the claim."""
    scale: ScaleRef | None = None
    """Term of the vocabulary `scales`."""
    unit: Text | None = None
    """Unit, where there is no scale."""
    quantity: Literal["end", "change", "reduction", "percent-change", "percent-reduction", "ratio-to-baseline", "level"]
    """What the figures are."""
    arms: Means
    """The arms with their figures as printed."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The arms, and the outcome."""
        return (*arms(tuple(arm.arm for arm in self.arms)), self.outcome_variable())
