"""Safety: contraindications, warnings, interactions and what to watch for."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.base import Labelled, Variable, terms
from evidence_kb.records.claims.meta_analysis import Interventions
from evidence_kb.records.safety_item import Items
from evidence_kb.records.scalars import DateText, Flag, Text


class Safety(Labelled):
    """What a label or an agency warns of, item by item."""

    type: Literal["safety"]
    """The type of the claim."""
    intervention: Interventions
    """What it is about."""
    jurisdiction: Text
    """Country or union (`US`, `EU`)."""
    kind: Literal[
        "contraindication",
        "warning",
        "precaution",
        "interaction",
        "adverse-reaction",
        "pregnancy",
        "lactation",
        "renal",
        "hepatic",
        "children",
        "older-people",
        "monitoring",
        "overdose",
    ]
    """The kind of warning."""
    boxed: Flag | None = None
    """Whether it stands in a boxed warning."""
    items: Items
    """The items named."""
    consequence: Text | None = None
    """What may happen."""
    instruction: Literal["do-not-use", "avoid", "adjust-dose", "monitor", "inform"] | None = None
    """What the label tells to do."""
    complete: Flag | None = None
    """Whether the list was seen to its end."""
    as_of: DateText
    """The state of the document."""

    def own_variables(self) -> tuple[Variable, ...]:
        """The interventions."""
        return terms("exposure", "interventions", self.intervention)
