"""Percentages against counts: what count gives the printed percentage (P1), and whether any does (P2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evidence_kb.analysis.checks.excuses import modelled
from evidence_kb.analysis.checks.figures import text
from evidence_kb.analysis.integrity import Recomputed, Verdict
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import PrintedNumber
from evidence_kb.records.arms import ArmProportion
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.statistics.grim import feasible_counts
from evidence_kb.statistics.rounding import agreement

FORMULA = "100 × events / n, rounded to the printed decimals"


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """P1 where the count is known, P2 where it is not."""
    if not isinstance(claim, ResponseRate):
        return
    excuse = modelled(claim)
    for index, arm in enumerate(claim.arms):
        number = arm.percent.number if arm.percent is not None else None
        if number is None or not arm.n:
            continue
        path = ("arms", index, "percent")
        if arm.n_events is None:
            yield _possible(arm, number, path, excuse)
        elif arm.n_events <= arm.n:
            yield _from_count(arm, number, path, excuse)


def _from_count(arm: ArmProportion, number: PrintedNumber, path: FieldPath, excuse: str | None) -> Recomputed:
    assert arm.n_events is not None and arm.n
    exact = Fraction(100 * arm.n_events, arm.n)
    found = agreement(exact, number)
    cause, note = "", ""
    if found == "truncated":
        cause, note = "truncated", "the printed figure is cut off, not rounded"
    elif found == "differs" and agreement(100 - exact, number) == "rounded":
        cause, note = "complement", "the printed figure fits the people without the event"
    verdict: Verdict = "agrees" if found == "rounded" else "differs"
    shown = f"{text(exact, number.decimals + 1)}%"
    what = f"{arm.n_events} of {arm.n}"
    return Recomputed("P1", path, what, FORMULA, f"{arm.percent}%", shown, verdict, note, excuse, cause)


def _possible(arm: ArmProportion, number: PrintedNumber, path: FieldPath, excuse: str | None) -> Recomputed:
    assert arm.n
    found = feasible_counts(number, arm.n)
    counts = found.counts
    shown = "no count" if not counts else f"{counts[0]} of {arm.n}"
    if len(counts) > 1:
        shown = f"{counts[0]} to {counts[-1]} of {arm.n}"
    cause, note = "", ""
    if not counts and found.possible_if_truncated:
        cause, note = "truncated", f"{found.if_truncated[0]} of {arm.n} would print so if it were cut off"
    return Recomputed(
        "P2",
        path,
        f"percentage of {arm.n}",
        "counts k with 100 × k / n that rounds to the printed figure (GRIM)",
        f"{arm.percent}%",
        shown,
        "agrees" if counts else "differs",
        note,
        excuse,
        cause,
    )
