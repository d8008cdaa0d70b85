"""Regimen: how a treatment is given, on label or off it."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.base import Labelled, Variable, terms
from evidence_kb.records.claims.meta_analysis import Interventions
from evidence_kb.records.dose import Maxima, Options
from evidence_kb.records.scalars import DateText, Text


class Regimen(Labelled):
    """Doses, routes, durations and limits."""

    type: Literal["regimen"]
    """The type of the claim."""
    intervention: Interventions
    """What is given."""
    purpose: Literal["acute", "prevention", "rescue", "recurrence", "other"]
    """For what purpose."""
    status: Literal["labelled", "off-label", "studied", "protocol"]
    """Whether the label gives it, a study used it, or a hospital protocol."""
    jurisdiction: Text | None = None
    """Country or union of the label."""
    options: Options
    """The ways of giving it."""
    maximum: Maxima = ()
    """Upper limits."""
    preparation: Text | None = None
    """How it is made ready."""
    as_of: DateText | None = None
    """The state of the document."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The interventions."""
        return terms("exposure", "interventions", self.intervention)
