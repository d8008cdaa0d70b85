"""Recomputes every figure of a claim that follows from others; rules, pages and exports read this one result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from evidence_kb.analysis.checks import (
    directions,
    effects,
    intervals,
    lone_sizes,
    means,
    needed,
    percentages,
    quotes,
    ranges,
    siblings,
    sums,
    synthesis,
    tests_of_arms,
    times,
)
from evidence_kb.analysis.integrity import Integrity, Recomputed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim

Checker = Callable[[Claim, KnowledgeBase], Iterator[Recomputed]]
ById = Callable[[KnowledgeBase, str], Iterator[Recomputed]]

CHECKERS: tuple[Checker, ...] = (
    percentages.recompute,
    ranges.recompute,
    sums.recompute,
    effects.recompute,
    means.recompute,
    intervals.recompute,
    tests_of_arms.recompute,
    synthesis.recompute,
    needed.recompute,
    directions.recompute,
    quotes.recompute,
)
BY_ID: tuple[ById, ...] = (siblings.recompute_claim, times.recompute_claim, lone_sizes.recompute_claim)


def integrity(kb: KnowledgeBase, claim_id: str) -> Integrity:
    """The integrity report of a claim; use `kb.once(integrity, id)` so that it is computed once."""
    claim = kb.claims[claim_id].record
    items = [item for checker in CHECKERS for item in checker(claim, kb)]
    items += [item for by_id in BY_ID for item in by_id(kb, claim_id)]
    ordered = sorted(explained(items), key=lambda item: ([str(part) for part in item.path], item.check))
    return Integrity(claim_id, tuple(ordered))


def explained(items: list[Recomputed]) -> list[Recomputed]:
    """Differences that another item of the report explains.

    An interval that is not symmetric but follows from the counts by a named method is as its method makes it; a p that
    belongs to the printed interval need not be that of another test of the arms, nor the other way round.
    """
    from_counts = {i.path: i for i in items if i.check in ("E1", "E2", "E3", "E4") and i.verdict == "agrees"}
    from_interval = {item.path for item in items if item.check == "S2" and item.verdict == "agrees"}
    from_arms = {item.path for item in items if item.check == "S4" and item.verdict == "agrees"}
    result = []
    for item in items:
        source = from_counts.get(item.path)
        if item.check == "S1" and item.unexplained and source is not None and item.path[-1:] == ("interval",):
            item = replace(item, excuse=f"the counts give this interval ({source.formula.rpartition(': ')[2]})")
        elif item.check == "S4" and item.unexplained and item.path in from_interval:
            item = replace(item, excuse="the printed interval, which gives this p")
        elif item.check in ("S2", "S3") and item.cause in ("p", "decision") and item.path in from_arms:
            item = replace(item, excuse=item.excuse or "a usual test of the arms, which gives this p")
        result.append(item)
    return result
