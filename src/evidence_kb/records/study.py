"""The study behind one or more publications: arms, assignment, registration."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.dose import Dose
from evidence_kb.records.model import Model
from evidence_kb.records.references import ConditionRef, InterventionRef, RouteRef, StudyRef
from evidence_kb.records.scalars import AsTuple, Count, Slug, Text


class Given(Model):
    """What one arm received."""

    term: InterventionRef
    """Term of the vocabulary `interventions`."""
    dose: Dose | None = None
    """The dose as printed."""
    route: RouteRef | None = None
    """The route, where the term does not say it."""
    over: Text | None = None
    """How long the dose was given."""
    note: Text | None = None
    """Anything else (`10 mL`, `single dose`)."""


class StudyArm(Model):
    """One arm; claims point at its id, so that dose and background are written once."""

    id: Slug
    """Id of the arm inside the study."""
    label: Text
    """Its name for readers."""
    n: Count | None = None
    """People in the arm as randomised or enrolled."""
    given: Annotated[tuple[Given, ...], AsTuple] = ()
    """What they received."""
    background: Annotated[tuple[InterventionRef, ...], AsTuple] = ()
    """What all arms received besides."""


class Funding(Model):
    """Who paid, and whether that was seen."""

    text: Text | None = None
    """The funders."""
    status: Literal["seen", "not-seen", "not-reported"]
    """Whether the statement was seen."""


class Interest(Model):
    """A declared or known interest of somebody."""

    who: Text
    """The person or body."""
    what: Text
    """The interest."""


class Study(Model):
    """The study that a source reports; all reports of one trial carry the same id."""

    id: Slug
    """Id of the study."""
    may_overlap: Annotated[tuple[StudyRef, ...], AsTuple] = ()
    """Studies that may share people with it: suspected, not shown."""
    assignment: Literal[
        "randomised", "quasi-randomised", "sequential", "non-randomised", "self-selected", "none", "not-seen"
    ]
    """How people came into the arms."""
    structure: Literal["parallel", "crossover", "cluster", "factorial", "single-arm", "not-seen"]
    """The structure of the study."""
    blinding: Text | None = None
    """Who did not know, in the words of the source."""
    registration: Annotated[tuple[Text, ...], AsTuple] = ()
    """Registrations that were seen."""
    country: Text | None = None
    """Country, where seen."""
    setting: Text | None = None
    """Setting in words."""
    population: Text | None = None
    """The people in words."""
    diagnosis: Annotated[tuple[ConditionRef, ...], AsTuple] = ()
    """Their conditions."""
    n_randomised: Count | None = None
    """People randomised (or enrolled, where nobody was)."""
    n_analysed: Count | None = None
    """People analysed."""
    arms: Annotated[tuple[StudyArm, ...], AsTuple] = ()
    """The arms."""
    funding: Funding | None = None
    """Who paid."""
    interests: Annotated[tuple[Interest, ...], AsTuple] = ()
    """Interests of the people behind it."""
