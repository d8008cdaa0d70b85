"""Links between records: stance and directness live here, never on a claim."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.citation import Citation
from evidence_kb.records.model import Model
from evidence_kb.records.references import ClaimRef
from evidence_kb.records.scalars import AsTuple

Stance = Literal["supports", "contradicts", "qualifies"]
Directness = Literal["direct", "indirect"]
Indirectness = Literal[
    "population",
    "condition",
    "intervention",
    "combination",
    "dose",
    "route",
    "comparator",
    "co-intervention",
    "outcome",
    "surrogate",
    "timepoint",
    "setting",
    "species",
    "in-vitro",
    "deficiency",
]
Reasons = Annotated[tuple[Indirectness, ...], AsTuple]


class Link(Model):
    """A claim's bearing on an audited statement."""

    claim: ClaimRef
    """Id of the claim."""
    stance: Stance
    """Whether it supports, contradicts or qualifies the statement."""
    directness: Directness | None = None
    """Direct where left out."""
    indirect_because: Reasons | None = None
    """In what the claim differs from the statement."""


class FactCitation(Citation):
    """One of several citations of a fact, with its bearing on it."""

    stance: Stance | None = None
    """Supports where left out."""
    directness: Directness | None = None
    """Direct where left out."""
    indirect_because: Reasons | None = None
    """In what the source differs from the fact."""


FactCitations = Annotated[tuple[FactCitation, ...], AsTuple]
Links = Annotated[tuple[Link, ...], AsTuple]
