"""Checks by readers, waivers of rules, and the status of a guideline."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.model import Model
from evidence_kb.records.references import SourceRef
from evidence_kb.records.scalars import AsTuple, DateText, Text


class Check(Model):
    """One reading of a record by somebody; review states are derived from these, never typed in."""

    of: Literal["figures", "wording", "appraisal", "clinical"]
    """What was checked."""
    by: Text
    """Who checked it."""
    role: Literal["curator", "second-reader", "methodologist", "clinician", "ai"]
    """In which role; a check by a machine (`ai`) is shown and never advances a state."""
    against: Literal["full-text", "abstract", "label", "second-hand", "library"]
    """What it was compared with."""
    on: DateText
    """When."""
    outcome: Literal["agrees", "corrected", "disagrees"]
    """What came of it."""


class Waiver(Model):
    """A rule that does not hold here, and why."""

    rule: Text
    """Code of the rule."""
    at: Text | None = None
    """The field it is about (`arms.0.percent`); the whole record where left out."""
    reason: Text
    """Why the record stays as it is."""


class Status(Model):
    """Whether a guideline still stands."""

    value: Literal["current", "superseded", "retired", "withdrawn", "not-established"]
    """Its standing as far as seen."""
    by: SourceRef | None = None
    """The source that replaces it."""
    checked: DateText | None = None
    """When this was looked up."""


Checks = Annotated[tuple[Check, ...], AsTuple]
Waivers = Annotated[tuple[Waiver, ...], AsTuple]
