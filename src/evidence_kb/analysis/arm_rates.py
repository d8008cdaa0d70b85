"""How many of each arm had the event, as printed, for rows without a difference that has its interval."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.absolute_effects import randomised
from evidence_kb.analysis.wording import listed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.arms import ArmProportion
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.question import QuestionOutcome


@dataclass(frozen=True, slots=True)
class ArmRates:
    """The arms of one claim in words: `49.8% with 100 mg, 37.4% with placebo`."""

    claim: str
    text: str


def arm_rates(row: QuestionOutcome, kb: KnowledgeBase) -> tuple[ArmRates, ...]:
    """The rates of every rated claim of a row that counted the event in two assigned arms or more."""
    found = []
    for part in row.body:
        entry = kb.claims.get(part.claim)
        if entry is None or part.role == "context" or not isinstance(entry.record, ResponseRate):
            continue
        labels = {arm.id: arm.label for arm in kb.arms(entry.record)}
        told = [f"{_rate(arm)} with {labels.get(arm.arm, arm.arm)}" for arm in entry.record.arms if _rate(arm)]
        if len(told) > 1 and randomised(entry.record, kb):
            found.append(ArmRates(entry.id, listed(told)))
    return tuple(found)


def _rate(arm: ArmProportion) -> str:
    """Count, denominator and percentage as printed, as far as they were seen; empty where neither share was."""
    counted = f"{arm.n_events} of {arm.n}" if arm.n_events is not None and arm.n is not None else ""
    if arm.percent is None:
        return counted
    return f"{counted} ({arm.percent}%)" if counted else f"{arm.percent}%"
