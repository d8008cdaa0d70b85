"""Mechanism: what a cause does to a process, in which system, shown how."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.base import Claim, Variable
from evidence_kb.records.citation import Citation
from evidence_kb.records.dose import Dose
from evidence_kb.records.references import CauseRef, ProcessRef, RouteRef
from evidence_kb.records.scalars import Count, Text


class Mechanism(Claim):
    """One edge of the mechanism map."""

    type: Literal["mechanism"]
    """The type of the claim."""
    citation: Citation
    """Where it was read."""
    cause: CauseRef
    """What acts: an intervention, a drug class or a process."""
    process: ProcessRef
    """What it acts upon; term of the vocabulary `processes`."""
    manipulation: Literal["given", "withheld-or-depleted", "blocked", "provoked", "observed", "none"]
    """What was done to the cause; lack of a substance is not treatment with it."""
    route: RouteRef | None = None
    """How it was given."""
    dose: Dose | None = None
    """How much."""
    system: Literal["human-in-vivo", "human-tissue", "animal-in-vivo", "animal-tissue", "cells", "theory"]
    """The rung of the ladder from dish to patient."""
    species: Text | None = None
    """The species."""
    model: Text | None = None
    """The experimental model."""
    n: Count | None = None
    """Subjects or samples."""
    evidence: Literal["measured", "inferred", "opinion"]
    """How the source knows."""
    change: Literal["increases", "decreases", "abolishes", "no-change-detected", "mixed", "takes-part-in"]
    """What happened to the process."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The cause as exposure and the process as outcome."""
        return (Variable("exposure", "term", self.cause), Variable("outcome", "term", self.process, "processes"))
