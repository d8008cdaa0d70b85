"""Appraisal of a source: risk of bias, and the trustworthiness of a trial."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evidence_kb.records.model import Model
from evidence_kb.records.references import OutcomeRef
from evidence_kb.records.scalars import AsTuple, Text

Judgement = Literal["low", "some-concerns", "high", "moderate", "serious", "critical", "unclear", "not-rated"]
Concern = Literal["none", "some", "serious", "not-assessed"]


class OutcomeBias(Model):
    """Risk of bias for one outcome."""

    outcome: OutcomeRef
    """The outcome."""
    judgement: Judgement
    """The judgement in the tool's terms."""
    reason: Text | None = None
    """Why."""


class RiskOfBias(Model):
    """Risk of bias of a study; from abstracts alone it is not rated."""

    tool: Text
    """The tool (`RoB 2`, `ROBINS-I`)."""
    overall: Judgement
    """The overall judgement."""
    by_outcome: Annotated[tuple[OutcomeBias, ...], AsTuple] = ()
    """Judgements by outcome."""
    from_: Literal["full-text", "abstract"] = Field(alias="from")
    """What was read for it."""


class Domain(Model):
    """One domain of trustworthiness."""

    concern: Concern
    """How much concern."""
    reason: Text | None = None
    """Why, in neutral words."""


class Trustworthiness(Model):
    """Trustworthiness of a trial by the four domains of INSPECT-SR."""

    notices: Domain | None = None
    """Post-publication notices."""
    conduct: Domain | None = None
    """Conduct, governance and transparency."""
    text_and_figures: Domain | None = None
    """Text and figures."""
    results: Domain | None = None
    """Discrepancies in results."""
