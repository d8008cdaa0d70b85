"""Association: an exposure nobody assigned, and an outcome."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.base import Finding, Variable
from evidence_kb.records.scalars import Text


class Association(Finding):
    """An observed relation; nothing causal follows from it."""

    type: Literal["association"]
    """The type of the claim."""
    exposure: Text
    """What people differed in."""
    step: Text
    """The step of the exposure that the figure is for (`per 10 mg`, `highest v lowest fifth`)."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The exposure in words, and the outcome."""
        return (Variable("exposure", "words", self.exposure), self.outcome_variable())
