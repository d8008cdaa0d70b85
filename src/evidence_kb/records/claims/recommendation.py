"""Recommendation: what a guideline says of a treatment, in its own grade."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.base import Labelled, Variable, terms
from evidence_kb.records.claims.meta_analysis import Interventions
from evidence_kb.records.references import BodyRef
from evidence_kb.records.review import Status
from evidence_kb.records.scalars import DateText, Text


class Recommendation(Labelled):
    """A guideline's position; grades of different schemes are never translated into one another."""

    type: Literal["recommendation"]
    """The type of the claim."""
    intervention: Interventions
    """What it is about."""
    purpose: Literal["acute", "prevention", "rescue", "recurrence", "diagnosis", "other"]
    """For what purpose."""
    body: BodyRef
    """The body that issued it; term of the vocabulary `bodies`."""
    direction: Literal["for", "against", "either", "no-recommendation", "not-stated"]
    """For or against."""
    scheme: Text
    """The body's grading scheme."""
    value: Text
    """The grade in that scheme."""
    strength: Text | None = None
    """Strength of the recommendation, where the scheme has one."""
    evidence_grade: Text | None = None
    """Grade of the evidence, where the scheme has one."""
    line: Text | None = None
    """First, second line …, as printed."""
    wording: Text | None = None
    """The few words that carry the grade."""
    evidence_to: DateText | None = None
    """The date up to which evidence was searched."""
    date: DateText | None = None
    """The date of the guideline."""
    status: Status
    """Whether it still stands."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The interventions."""
        return terms("exposure", "interventions", self.intervention)
