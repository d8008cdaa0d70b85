"""What every claim has, and what a finding of one source adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from evidence_kb.records.analysis import Analysis
from evidence_kb.records.citation import Citation
from evidence_kb.records.contrast import Contrasts
from evidence_kb.records.model import Model
from evidence_kb.records.population import ConditionShare, Population
from evidence_kb.records.references import OutcomeRef, SettingRef
from evidence_kb.records.review import Checks, Waivers
from evidence_kb.records.scalars import AsTuple, Slug, Text
from evidence_kb.records.time import Time

Role = Literal["population", "exposure", "comparator", "outcome"]


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a claim in its role: a term, an arm of the source, or words."""

    role: Role
    what: Literal["term", "arm", "words"]
    id: str
    kind: str = ""


class Entity(Model):
    """A record with an address of its own: its id is the name of its file."""

    aliases: Annotated[tuple[Slug, ...], AsTuple] = ()
    """Former ids; their pages lead here."""
    checks: Checks = ()
    """Readings of this record by people (or by a machine)."""
    waivers: Waivers = ()
    """Rules that do not hold here, with the reason."""


class Claim(Entity):
    """One finding of one source at one place, in the curator's words, with the figures as printed."""

    type: str
    """The type of the claim."""
    statement: Text
    """What was found, in the curator's own words."""
    population: Population | None = None
    """Who was studied."""
    conditions: Annotated[tuple[ConditionShare, ...], AsTuple] = ()
    """The conditions of the people studied."""
    setting: SettingRef | None = None
    """Where it was done; term of the vocabulary `settings`."""
    not_seen: Annotated[tuple[Text, ...], AsTuple] = ()
    """Fields (or things) that the curator could not see."""
    not_reported: Annotated[tuple[Text, ...], AsTuple] = ()
    """Fields (or things) that the full text was read for and does not give."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the claim."""
        citation = getattr(self, "citation", None)
        return (citation,) if isinstance(citation, Citation) else ()

    def own_variables(self) -> tuple[Variable, ...]:
        """Exposures, comparators and outcomes; each type of claim names its own."""
        return ()

    def variables(self) -> tuple[Variable, ...]:
        """All variables with their roles, population first."""
        population = (Variable("population", "term", self.population.term, "populations"),) if self.population else ()
        conditions = tuple(Variable("population", "term", c.term, "conditions") for c in self.conditions)
        return population + conditions + self.own_variables()


class Finding(Claim):
    """A claim about an outcome: citation, outcome, time, analysis and contrasts."""

    citation: Citation
    """Where it was read."""
    outcome: OutcomeRef
    """Term of the vocabulary `outcomes`; it carries no time point."""
    timepoint: Time | None = None
    """When it was measured."""
    analysis: Analysis | None = None
    """How it was analysed."""
    contrasts: Contrasts = ()
    """The comparisons as printed."""

    def outcome_variable(self) -> Variable:
        """The outcome as a variable."""
        return Variable("outcome", "term", self.outcome, "outcomes")


class Labelled(Claim):
    """A claim read in a guideline, a label or another document, about interventions."""

    citation: Citation
    """Where it was read."""


def terms(role: Role, kind: str, ids: tuple[str, ...]) -> tuple[Variable, ...]:
    """Variables of one role for the terms of one vocabulary."""
    return tuple(Variable(role, "term", term, kind) for term in ids)


def arms(ids: tuple[str, ...]) -> tuple[Variable, ...]:
    """Arms of the source as exposures; the knowledge base resolves what each was given."""
    return tuple(Variable("exposure", "arm", arm) for arm in ids)
