"""Fact: something established, disputed or defined, with several sources where needed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evidence_kb.records.base import Claim, Variable
from evidence_kb.records.citation import Citation
from evidence_kb.records.links import FactCitations
from evidence_kb.records.references import TermRef
from evidence_kb.records.scalars import AsTuple, Text


class Fact(Claim):
    """Background knowledge; the only type that may cite several sources."""

    type: Literal["fact"]
    """The type of the claim."""
    about: Annotated[tuple[TermRef, ...], AsTuple]
    """The terms that it is about."""
    cited: FactCitations = Field(alias="citations")
    """The sources, each with its bearing."""
    standing: Literal["established", "hypothesis", "disputed", "definition"]
    """How firmly it stands."""
    properties: dict[Text, Text] | None = None
    """Named properties with their values as printed."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the fact."""
        return self.cited

    def own_variables(self) -> tuple[Variable, ...]:
        """The terms that it is about."""
        return tuple(Variable("exposure", "term", term) for term in self.about)
