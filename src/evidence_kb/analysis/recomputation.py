"""Recomputes every figure of a claim that follows from others; rules, pages and exports read this one result."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidence_kb.analysis.checks import percentages
from evidence_kb.analysis.integrity import Integrity, Recomputed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim

Checker = Callable[[Claim, KnowledgeBase], Iterator[Recomputed]]

CHECKERS: tuple[Checker, ...] = (percentages.recompute,)


def integrity(kb: KnowledgeBase, claim_id: str) -> Integrity:
    """The integrity report of a claim; use `kb.once(integrity, id)` so that it is computed once."""
    claim = kb.claims[claim_id].record
    items = [item for checker in CHECKERS for item in checker(claim, kb)]
    return Integrity(claim_id, tuple(sorted(items, key=lambda item: ([str(p) for p in item.path], item.check))))
