"""A question: PICO, what was searched, up to seven outcomes with body, effect and certainty."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.analysis import Subgroup
from evidence_kb.records.base import Entity
from evidence_kb.records.grade import Certainty
from evidence_kb.records.links import Directness, Reasons
from evidence_kb.records.model import Model
from evidence_kb.records.references import (
    ClaimRef,
    ConditionRef,
    InterventionRef,
    OutcomeRef,
    PopulationRef,
    QuestionRef,
)
from evidence_kb.records.scalars import AsTuple, DateText, Figure, Flag, Text
from evidence_kb.records.time import Time

Claims = Annotated[tuple[ClaimRef, ...], AsTuple]
Interventions = Annotated[tuple[InterventionRef, ...], AsTuple]
Texts = Annotated[tuple[Text, ...], AsTuple]


class Pico(Model):
    """Population, intervention, comparator; the outcomes stand below."""

    population: PopulationRef
    """Term of the vocabulary `populations`."""
    conditions: Annotated[tuple[ConditionRef, ...], AsTuple]
    """Terms of the vocabulary `conditions`."""
    intervention: Interventions
    """Terms of the vocabulary `interventions`."""
    comparator: Interventions
    """Terms of the vocabulary `interventions`."""
    background: Interventions = ()
    """What everybody receives."""


class Search(Model):
    """How the evidence was looked for."""

    method: Literal["systematic", "targeted", "none"]
    """How thoroughly."""
    on: DateText
    """When."""
    where: Text
    """Where."""
    by: Text | None = None
    """By whom."""
    nothing_found: Flag | None = None
    """True where the search found no study: an answer, too."""


class BodyClaim(Model):
    """A claim in the body of evidence of an outcome, and its part there."""

    claim: ClaimRef
    """Id of the claim."""
    role: Literal["rated", "inside-estimate", "context"]
    """Whether it is rated, already inside the estimate, or only context."""
    why: (
        Literal[
            "design",
            "population",
            "condition",
            "intervention",
            "comparator",
            "outcome",
            "timepoint",
            "overlap",
            "no-usable-figure",
        ]
        | None
    ) = None
    """Why it is only context."""
    directness: Directness | None = None
    """Direct where left out."""
    indirect_because: Reasons | None = None
    """In what it differs from the question."""


class Baseline(Model):
    """The risk without the intervention, from which absolute effects are computed."""

    risk: Figure
    """The risk as a fraction or percentage as printed."""
    claim: ClaimRef | None = None
    """The claim that it comes from."""
    why: Text | None = None
    """Why this risk."""


class Threshold(Model):
    """The effect below which a difference counts as little or none."""

    kind: Literal["any-effect", "minimal-important"]
    """Whether any effect counts, or only one that people would care about."""
    value: Figure | None = None
    """The threshold."""
    unit: Text | None = None
    """Its unit."""
    claim: ClaimRef | None = None
    """The claim that it rests on."""
    why: Text | None = None
    """Why this threshold, where no claim carries it."""


class QuestionOutcome(Model):
    """One row of the Summary of Findings."""

    outcome: OutcomeRef
    """Term of the vocabulary `outcomes`."""
    kind: Literal["benefit", "harm"]
    """Whether it counts for or against the intervention."""
    timepoint: Time | None = None
    """When it is measured."""
    subgroup: Subgroup | None = None
    """The part of the people that the row is about."""
    importance: Literal["critical", "important", "limited"]
    """Importance for the decision (GRADE)."""
    synthesis: Literal["published-pooled", "pooled-here", "single-study", "narrative", "none"]
    """Where the estimate comes from."""
    estimate: ClaimRef | None = None
    """The claim that carries the estimate."""
    body: Annotated[tuple[BodyClaim, ...], AsTuple] = ()
    """The claims of the row with their parts."""
    baseline: Baseline | None = None
    """Risk without the intervention, cited."""
    threshold: Threshold | None = None
    """What counts as little or no difference."""
    effect: Literal[
        "benefit",
        "harm",
        "important-benefit",
        "small-benefit",
        "little-or-no-difference",
        "small-harm",
        "important-harm",
        "uncertain",
    ]
    """What the estimate shows, before certainty."""
    certainty: Certainty
    """GRADE certainty of this outcome."""
    summary: Text | None = None
    """One sentence where none can be derived."""


class Question(Entity):
    """A clinical question and the answer that the evidence allows."""

    question: Text
    """The question as a clinician asks it."""
    pico: Pico
    """Its parts."""
    search: Search
    """How the evidence was looked for."""
    headline: Annotated[tuple[OutcomeRef, ...], AsTuple]
    """The outcomes that the bottom line speaks of, in order."""
    outcomes: Annotated[tuple[QuestionOutcome, ...], AsTuple]
    """The rows, harms among them."""
    guidance: Claims = ()
    """Recommendations and absences of them."""
    safety: Claims = ()
    """Safety and regulatory claims."""
    regimens: Claims = ()
    """How it is given."""
    mechanisms: Claims = ()
    """How it may work."""
    alternatives: Annotated[tuple[QuestionRef, ...], AsTuple] = ()
    """Questions about other treatments for the same purpose."""
    ongoing: Texts = ()
    """Registered studies without results."""
    applies_not_to: Texts = ()
    """People to whom the answer does not apply."""
