"""Percentages against counts: what count gives the printed percentage (P1), and whether any does (P2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from evidence_kb.analysis.integrity import Recomputed, Verdict
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import PrintedNumber
from evidence_kb.records.arms import ArmProportion
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.response_rate import ResponseRate

FORMULA = "100 × events / n, rounded to the printed decimals"


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """P1 where the count is known, P2 where it is not."""
    if not isinstance(claim, ResponseRate):
        return
    modelled = claim.analysis.estimate if claim.analysis else None
    excuse = f"analysis.estimate: {modelled}" if modelled in ("modelled", "averaged", "imputed") else None
    for index, arm in enumerate(claim.arms):
        number = arm.percent.number if arm.percent is not None else None
        if number is None or not arm.n:
            continue
        path = ("arms", index, "percent")
        yield (
            _from_count(arm, number, path, excuse) if arm.n_events is not None else _possible(arm, number, path, excuse)
        )


def feasible(number: PrintedNumber, n: int) -> tuple[int, ...]:
    """The counts among n that print as this percentage (ties may be rounded either way)."""
    low = max(0, ceil(number.low * n / 100))
    high = min(n, floor(number.high * n / 100))
    return tuple(range(low, high + 1))


def _from_count(
    arm: ArmProportion, number: PrintedNumber, path: tuple[str | int, ...], excuse: str | None
) -> Recomputed:
    assert arm.n_events is not None and arm.n
    exact = Fraction(100 * arm.n_events, arm.n)
    agrees = number.low <= exact <= number.high
    shown = f"{float(exact):.{number.decimals + 1}f}"
    what = f"{arm.n_events} of {arm.n}"
    return Recomputed(
        "P1", path, what, FORMULA, f"{arm.percent}%", f"{shown}%", "agrees" if agrees else "differs", excuse=excuse
    )


def _possible(arm: ArmProportion, number: PrintedNumber, path: tuple[str | int, ...], excuse: str | None) -> Recomputed:
    assert arm.n
    counts = feasible(number, arm.n)
    shown = "no count" if not counts else f"{counts[0]} of {arm.n}"
    if len(counts) > 1:
        shown = f"{counts[0]} to {counts[-1]} of {arm.n}"
    verdict: Verdict = "agrees" if counts else "differs"
    return Recomputed(
        "P2",
        path,
        f"percentage of {arm.n}",
        "counts k with 100 × k / n that rounds to the printed figure (GRIM)",
        f"{arm.percent}%",
        shown,
        verdict,
        excuse=excuse,
    )
