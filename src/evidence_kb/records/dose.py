"""Doses: how much, of what substance it is counted, how often."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.model import Model
from evidence_kb.records.references import RouteRef
from evidence_kb.records.scalars import AsTuple, Text


class Dose(Model):
    """One dose as printed."""

    amount: Text
    """The figure or range as printed (`2`, `1 to 2`)."""
    unit: Text
    """UCUM-like unit (`g`, `mg/kg`, `mmol`)."""
    expressed_as: Literal["product", "salt", "elemental", "base", "not-seen"] | None = None
    """What the amount counts: the salt, the element, the base or the product."""
    times: Text | None = None
    """How often (`up to 3`)."""


class RegimenOption(Model):
    """One way of giving a treatment."""

    dose: Dose
    """The single dose."""
    route: RouteRef
    """Term of the vocabulary `routes`."""
    over: Text | None = None
    """How long the dose is given."""
    every: Text | None = None
    """The interval between doses."""
    course: Text | None = None
    """The length of the course."""
    note: Text | None = None
    """Anything else that belongs to this option."""


class Maximum(Model):
    """An upper limit of the dose."""

    amount: Text
    """The figure as printed."""
    unit: Text
    """Its unit."""
    per: Text
    """The time to which it applies (`24 h`)."""
    route: Text | None = None
    """The route or routes to which it applies, in words."""


Options = Annotated[tuple[RegimenOption, ...], AsTuple]
Maxima = Annotated[tuple[Maximum, ...], AsTuple]
