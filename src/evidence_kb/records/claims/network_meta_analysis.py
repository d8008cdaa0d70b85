"""Network meta-analysis: effects and ranks from direct and indirect comparisons."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.base import Finding, Variable, terms
from evidence_kb.records.heterogeneity import Ranking
from evidence_kb.records.references import InterventionRef
from evidence_kb.records.scalars import AsTuple, Count


class NetworkMetaAnalysis(Finding):
    """What a network says of a treatment; a rank is not an effect."""

    type: Literal["network_meta_analysis"]
    """The type of the claim."""
    basis: Literal["bayesian", "frequentist", "not-seen"] | None = None
    """The framework."""
    studies: Count | None = None
    """Number of trials in the network."""
    participants: Count | None = None
    """Number of people in the network."""
    reference: InterventionRef | None = None
    """The reference treatment."""
    ranking: Ranking = ()
    """Ranks as printed."""
    incoherence: Literal["none-detected", "present", "not-seen", "not-reported"] | None = None
    """Whether direct and indirect evidence disagree."""
    absent_nodes: Annotated[tuple[InterventionRef, ...], AsTuple] = ()
    """Treatments of interest that are not in the network."""

    def own_variables(self) -> tuple[Variable, ...]:
        """Ranked treatments, the reference, and the outcome."""
        reference = terms("comparator", "interventions", (self.reference,)) if self.reference else ()
        ranked = terms("exposure", "interventions", tuple(rank.term for rank in self.ranking))
        return (*ranked, *reference, self.outcome_variable())
