"""The risk without the intervention against the claim that it is cited from (A1)."""

from __future__ import annotations

from evidence_kb.analysis.absolute_effects import baseline_risk
from evidence_kb.analysis.checks.figures import span, text
from evidence_kb.analysis.checks.tables import counted
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.statistics.rounding import ClosedInterval


def baseline(row: QuestionOutcome, kb: KnowledgeBase) -> Recomputed | None:
    """A1 for one row: the cited risk is that of an arm of the cited claim; None where nothing can be compared."""
    risk = baseline_risk(row)
    if row.baseline is None or risk is None:
        return None
    if not 0 <= risk <= 1:
        return _item(row, f"{text(risk, 2)} is no share", False, "range")
    entry = kb.claims.get(row.baseline.claim) if row.baseline.claim else None
    if entry is None or not isinstance(entry.record, ResponseRate):
        return None
    printed = span(row.baseline.risk)
    assert printed is not None
    if float(printed.high) > 1:
        printed = ClosedInterval(float(printed.low) / 100, float(printed.high) / 100)
    shares = [share for arm in entry.record.arms if (share := _share(entry.record, arm.arm)) is not None]
    if not shares:
        return None
    fits = any(printed.meets(share) for share in shares)
    shown = ", ".join(text((float(share.low) + float(share.high)) / 2, 3) for share in shares)
    return _item(row, f"{shown} in {entry.id}", fits, "risk")


def _share(claim: ResponseRate, arm: str) -> ClosedInterval | None:
    found = next(counted(one) for one in claim.arms if one.arm == arm)
    if found.printed and found.n:
        share = found.counts[0] / found.n
        return ClosedInterval(share, share)
    return found.share


def _item(row: QuestionOutcome, shown: str, fits: bool, cause: str) -> Recomputed:
    assert row.baseline is not None
    return Recomputed(
        "A1",
        ("baseline", "risk"),
        "risk without the intervention",
        "the risk is that of an arm of the cited claim",
        str(row.baseline.risk),
        shown,
        "agrees" if fits else "differs",
        cause="" if fits else cause,
    )
