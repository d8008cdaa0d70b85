"""How a result was analysed: unit, set, endpoint, plan, framework, subgroup."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.model import Model
from evidence_kb.records.references import ClaimRef
from evidence_kb.records.scalars import Count, Figure, Flag, Text


class Subgroup(Model):
    """The part of the people to which a result belongs."""

    by: Text
    """What divides the groups."""
    level: Text
    """The group in question."""
    whole: ClaimRef | None = None
    """The claim about all of them."""
    interaction_p: Figure | None = None
    """p of the test for interaction, as printed."""


class Margin(Model):
    """The margin of a non-inferiority or equivalence comparison."""

    value: Figure | None = None
    """The margin as printed."""
    unit: Text | None = None
    """Its unit."""
    prespecified: Flag | None = None
    """Whether it was fixed before the data were seen."""


class Analysis(Model):
    """What was counted, in whom, and with what plan."""

    unit: (
        Literal[
            "participant",
            "attack",
            "encounter",
            "infusion",
            "cycle",
            "body-part",
            "animal",
            "sample",
            "study",
            "not-seen",
        ]
        | None
    ) = None
    """What one unit of the denominator is."""
    clusters: Count | None = None
    """How many people the units belong to, where the unit is not a person."""
    set: (
        Literal[
            "randomised",
            "mitt",
            "treated",
            "safety",
            "per-protocol",
            "completers",
            "reached",
            "responders",
            "selected",
            "not-seen",
            "not-reported",
        ]
        | None
    ) = None
    """Which people are in the denominator."""
    endpoint: (
        Literal[
            "primary",
            "co-primary",
            "key-secondary",
            "secondary",
            "exploratory",
            "safety",
            "not-seen",
            "not-reported",
        ]
        | None
    ) = None
    """The rank of the endpoint in the trial's plan."""
    planned: Literal["prespecified", "post-hoc", "not-seen", "not-reported"] | None = None
    """Whether the analysis was planned."""
    framework: Literal["superiority", "non-inferiority", "equivalence", "descriptive", "not-seen"] | None = None
    """What the comparison was meant to show."""
    margin: Margin | None = None
    """The margin of non-inferiority or equivalence."""
    multiplicity: Literal["none", "adjusted", "hierarchical", "nominal", "not-seen", "not-reported"] | None = None
    """How several tests were allowed for."""
    estimate: Literal["observed", "modelled", "averaged", "imputed", "not-seen"] | None = None
    """Whether the figures are counts or come out of a model (then counts need not fit percentages)."""
    subgroup: Subgroup | None = None
    """The subgroup, where the result is about one."""
    co_intervention: Text | None = None
    """What else people received."""
    stopped_early: Flag | None = None
    """Whether the study ended before its planned size."""
