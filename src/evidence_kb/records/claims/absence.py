"""Absence: looked for, in these places, and not found."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.base import Claim, Variable
from evidence_kb.records.citation import Citation
from evidence_kb.records.references import TermRef
from evidence_kb.records.scalars import AsTuple, DateText, Flag, Text


class Absence(Claim):
    """A search that found nothing; it says where it looked."""

    type: Literal["absence"]
    """The type of the claim."""
    about: Annotated[tuple[TermRef, ...], AsTuple]
    """The terms that it is about."""
    looked_for: Text
    """What was looked for."""
    looked_in: Annotated[tuple[Citation, ...], AsTuple] = ()
    """The documents that were read for it."""
    whole_document: Flag
    """Whether they were read to their end."""
    searched: Text | None = None
    """Other places that were searched."""
    on: DateText
    """When."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents that were read for it."""
        return self.looked_in

    def own_variables(self) -> tuple[Variable, ...]:
        """The terms that it is about."""
        return tuple(Variable("exposure", "term", term) for term in self.about)
