"""The union of all claim types: one line a type."""

from __future__ import annotations

from evidence_kb.records.base import Claim
from evidence_kb.records.claims.absence import Absence
from evidence_kb.records.claims.association import Association
from evidence_kb.records.claims.comparison import Comparison
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.fact import Fact
from evidence_kb.records.claims.mechanism import Mechanism
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.claims.network_meta_analysis import NetworkMetaAnalysis
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.claims.regulatory import Regulatory
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.claims.safety import Safety
from evidence_kb.records.claims.time_to_event import TimeToEvent

CLAIM_TYPES: dict[str, type[Claim]] = {
    "response_rate": ResponseRate,
    "continuous": Continuous,
    "time_to_event": TimeToEvent,
    "comparison": Comparison,
    "association": Association,
    "meta_analysis": MetaAnalysis,
    "network_meta_analysis": NetworkMetaAnalysis,
    "recommendation": Recommendation,
    "regulatory": Regulatory,
    "safety": Safety,
    "regimen": Regimen,
    "mechanism": Mechanism,
    "fact": Fact,
    "absence": Absence,
}


def type_name(claim: Claim) -> str:
    """The value of `type:` of a claim."""
    return str(claim.type)
