"""Regulatory: approvals, indications, label changes, withdrawals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evidence_kb.records.base import Labelled, Variable, terms
from evidence_kb.records.claims.meta_analysis import Interventions
from evidence_kb.records.references import BodyRef, ConditionRef
from evidence_kb.records.scalars import AsTuple, DateText, Text


class Regulatory(Labelled):
    """An act of an agency about a product, in one jurisdiction at one date."""

    type: Literal["regulatory"]
    """The type of the claim."""
    intervention: Interventions
    """What it is about."""
    jurisdiction: Text
    """Country or union (`US`, `EU`)."""
    agency: BodyRef
    """The agency; term of the vocabulary `bodies`."""
    product: Text
    """The product as named."""
    action: Literal[
        "approved",
        "indication",
        "not-indicated",
        "label-change",
        "boxed-warning-added",
        "safety-communication",
        "restricted",
        "withdrawn",
        "refused",
        "discontinued",
    ]
    """What was done."""
    for_: Annotated[tuple[ConditionRef, ...], AsTuple] = Field(default=(), alias="for")
    """The conditions that it is for."""
    date: DateText | None = None
    """When it was done."""
    as_of: DateText
    """The state of knowledge."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The interventions."""
        return terms("exposure", "interventions", self.intervention)
