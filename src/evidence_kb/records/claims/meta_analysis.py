"""Meta-analysis: a pooled result of several studies, as the source printed it."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.base import Finding, Variable, terms
from evidence_kb.records.contrast import Interval
from evidence_kb.records.heterogeneity import Heterogeneity, SourceCertainty
from evidence_kb.records.references import InterventionRef, StudyRef
from evidence_kb.records.scalars import AsTuple, Count, Text

Interventions = Annotated[tuple[InterventionRef, ...], AsTuple]


class MetaAnalysis(Finding):
    """A pooled estimate, or a count of studies whose results a review puts together."""

    type: Literal["meta_analysis"]
    """The type of the claim."""
    intervention: Interventions
    """What was given; terms of the vocabulary `interventions`."""
    comparator: Interventions
    """What it was compared with."""
    background: Interventions = ()
    """What all of them had."""
    basis: Literal["systematic-review", "sponsor-pooling", "post-hoc-pooling", "not-seen"]
    """How the studies came together."""
    designs: Annotated[tuple[Text, ...], AsTuple] = ()
    """Designs of the studies inside."""
    studies: Count | None = None
    """Number of studies in this pool."""
    participants: Count | None = None
    """Number of people in this pool."""
    includes: Annotated[tuple[StudyRef, ...], AsTuple] = ()
    """Studies of this library that are inside, as far as seen."""
    model: Text | None = None
    """Model as named by the source."""
    heterogeneity: Heterogeneity | None = None
    """Heterogeneity as printed."""
    prediction_interval: Interval | None = None
    """Prediction interval as printed."""
    source_certainty: SourceCertainty | None = None
    """The source's own rating."""

    def own_variables(self) -> tuple[Variable, ...]:
        """Interventions, comparators and the outcome."""
        return (
            *terms("exposure", "interventions", self.intervention),
            *terms("comparator", "interventions", self.comparator),
            self.outcome_variable(),
        )
