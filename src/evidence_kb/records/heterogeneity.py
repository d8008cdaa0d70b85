"""Figures of a synthesis: heterogeneity, the source's own certainty, ranks."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.model import Model
from evidence_kb.records.references import InterventionRef
from evidence_kb.records.scalars import AsTuple, Count, Figure, Text


class Heterogeneity(Model):
    """How far the pooled studies differ, as printed."""

    q: Figure | None = None
    """Cochran's Q."""
    df: Count | None = None
    """Its degrees of freedom."""
    p: Figure | None = None
    """p of the test for heterogeneity."""
    i2: Figure | None = None
    """I² in percent."""
    tau2: Figure | None = None
    """Between-study variance."""
    method: Text | None = None
    """Estimator as named by the source."""


class SourceCertainty(Model):
    """The certainty that the source itself states, in its own scheme."""

    scheme: Text
    """The scheme (`GRADE`, `AHRQ strength of evidence`)."""
    value: Text
    """The rating in its words."""


class Rank(Model):
    """The place of one treatment in a network meta-analysis; a rank is not an effect."""

    term: InterventionRef
    """Term of the vocabulary `interventions`."""
    index: Literal["sucra", "p-score", "mean-rank", "rank"]
    """Which index."""
    value: Figure
    """The figure as printed."""
    place: Count | None = None
    """The place in the order."""


Ranking = Annotated[tuple[Rank, ...], AsTuple]
