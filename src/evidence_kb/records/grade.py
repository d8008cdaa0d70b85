"""GRADE certainty of one outcome of one question."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.model import Model
from evidence_kb.records.scalars import AsTuple, Count, DateText, Text

Level = Literal["high", "moderate", "low", "very-low"]


class Step(Model):
    """Levels taken off or added, with the reason."""

    levels: Count
    """How many levels."""
    reason: Text
    """Why."""


class Down(Model):
    """The five reasons for rating down."""

    risk_of_bias: Step | None = None
    """Limitations in design or execution."""
    inconsistency: Step | None = None
    """Results that differ without explanation."""
    indirectness: Step | None = None
    """Other people, treatment, comparator or outcome than asked for."""
    imprecision: Step | None = None
    """Few people or events, or an interval that allows different decisions."""
    publication_bias: Step | None = None
    """Studies that may be missing."""


class Up(Model):
    """The three reasons for rating up observational evidence."""

    large_effect: Step | None = None
    """A large effect."""
    dose_response: Step | None = None
    """More effect with more dose."""
    opposing_confounding: Step | None = None
    """Confounding that would work the other way."""


class Certainty(Model):
    """How sure one may be of the effect; provisional without a systematic search and risk of bias."""

    status: Literal["rated", "provisional", "not-rated"]
    """Whether this is a full rating."""
    basis: Literal["full-texts", "mostly-abstracts", "abstracts"]
    """What was read for it."""
    of: Literal["important-benefit", "any-benefit", "little-or-no-difference", "any-harm", "important-harm"] | None = (
        None
    )
    """What one is certain of."""
    start: Literal["high", "low"] | None = None
    """Where the rating starts."""
    down: Down | None = None
    """Levels taken off."""
    up: Up | None = None
    """Levels added."""
    final: Level | None = None
    """The certainty."""
    by: Annotated[tuple[Text, ...], AsTuple] = ()
    """Who rated."""
    on: DateText | None = None
    """When."""
