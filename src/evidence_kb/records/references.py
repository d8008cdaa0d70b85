"""References between records: which field points at what, and how to find all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from evidence_kb.records.scalars import Slug

TERM_KINDS = (
    "interventions",
    "conditions",
    "outcomes",
    "populations",
    "settings",
    "routes",
    "scales",
    "processes",
    "drug-classes",
    "bodies",
)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field as pointing at an entry of one of these kinds (`source`, `claim`, `outcomes` …)."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One use of a reference: the kinds it may resolve to, and the id that was written."""

    kinds: tuple[str, ...]
    id: str


SourceRef = Annotated[Slug, Ref(("source",))]
ClaimRef = Annotated[Slug, Ref(("claim",))]
QuestionRef = Annotated[Slug, Ref(("question",))]
StudyRef = Annotated[Slug, Ref(("study", "source"))]
ArmRef = Annotated[Slug, Ref(("arm",))]
InterventionRef = Annotated[Slug, Ref(("interventions",))]
ConditionRef = Annotated[Slug, Ref(("conditions",))]
OutcomeRef = Annotated[Slug, Ref(("outcomes",))]
PopulationRef = Annotated[Slug, Ref(("populations",))]
SettingRef = Annotated[Slug, Ref(("settings",))]
RouteRef = Annotated[Slug, Ref(("routes",))]
ScaleRef = Annotated[Slug, Ref(("scales",))]
ProcessRef = Annotated[Slug, Ref(("processes",))]
BodyRef = Annotated[Slug, Ref(("bodies",))]
CauseRef = Annotated[Slug, Ref(("interventions", "processes", "drug-classes"))]
SafetyRef = Annotated[Slug, Ref(("conditions", "populations", "drug-classes", "interventions", "outcomes"))]
TermRef = Annotated[Slug, Ref(TERM_KINDS)]
