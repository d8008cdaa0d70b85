"""Who was studied: the population and the conditions, with their numbers where printed."""

from __future__ import annotations

from evidence_kb.records.model import Model
from evidence_kb.records.references import ConditionRef, PopulationRef
from evidence_kb.records.scalars import Count, Text


class Population(Model):
    """The people (or other subjects) whom a finding is about."""

    term: PopulationRef
    """Term of the vocabulary `populations`."""
    detail: Text | None = None
    """Ages, country, severity, as far as seen."""
    excluded: Text | None = None
    """Who was kept out."""


class ConditionShare(Model):
    """A condition of the people studied, and how many had it where the groups are mixed."""

    term: ConditionRef
    """Term of the vocabulary `conditions`."""
    n: Count | None = None
    """How many people had it."""
    detail: Text | None = None
    """Wording of the source where it differs from the term."""
