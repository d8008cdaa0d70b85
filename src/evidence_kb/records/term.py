"""Terms of the vocabulary: labels, synonyms as people search, broader terms, codes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evidence_kb.records.model import Model
from evidence_kb.records.references import TERM_KINDS, ClaimRef, RouteRef, TermRef
from evidence_kb.records.scalars import AsTuple, Figure, Slug, Text


class MinimalImportant(Model):
    """The smallest difference that people would care about."""

    value: Figure
    """The figure."""
    unit: Text
    """Its unit."""
    claim: ClaimRef | None = None
    """The claim that it rests on."""
    why: Text | None = None
    """Why this figure, where no claim carries it."""


class Term(Model):
    """One term; its id is its key in the file."""

    label: Text
    """The name that readers see."""
    definition: Text | None = None
    """What it means here."""
    synonyms: Annotated[tuple[Text, ...], AsTuple] = ()
    """Other names, as people search."""
    abbreviation: Text | None = None
    """Its abbreviation, for the glossary."""
    broader: Annotated[tuple[TermRef, ...], AsTuple] = ()
    """Terms that contain it."""
    codes: dict[Text, Text] = Field(default_factory=dict)
    """Codes by system, each seen at the terminology."""
    aliases: Annotated[tuple[Slug, ...], AsTuple] = ()
    """Former ids."""


class Composition(Model):
    """The compound that doses of a substance are counted in; amounts in mmol are computed from it."""

    element: Text
    """The element that is counted (`Mg`)."""
    formula: Text | None = None
    """The formula of the salt, its parts joined by points (`MgSO4.7H2O`); left out where it is not known."""
    why: Text | None = None
    """Why this compound, where no source names it."""


class Intervention(Term):
    """A treatment by a route."""

    substance: Text | None = None
    """The active substance."""
    route: RouteRef | None = None
    """Term of the vocabulary `routes`."""
    control: Literal["placebo", "active", "none"] | None = None
    """Set where the term stands for a control group."""
    composition: Composition | None = None
    """Of what compound doses are counted."""


class Outcome(Term):
    """An outcome; its id carries no time point."""

    kind: Literal["dichotomous", "continuous", "time-to-event", "ordinal", "count"]
    """The kind of data."""
    direction: Literal["higher-is-better", "lower-is-better", "neither"]
    """Which way is good for the patient."""
    role: Literal["benefit", "harm", "surrogate"]
    """What it stands for."""
    minimal_important: MinimalImportant | None = None
    """The smallest difference that matters."""


class Scale(Term):
    """A scale of measurement."""

    low: Figure | None = None
    """Lowest score."""
    high: Figure | None = None
    """Highest score."""
    worse: Literal["high", "low"] | None = None
    """Which end is worse."""


TERM_TYPES: dict[str, type[Term]] = dict.fromkeys(TERM_KINDS, Term) | {
    "interventions": Intervention,
    "outcomes": Outcome,
    "scales": Scale,
}
