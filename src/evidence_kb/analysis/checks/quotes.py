"""Figures of a quoted passage against the figures of the claim (Q2)."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.claim_numbers import missing_in_quote
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.number_words import numbers
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """Q2 for the quote of every citation that holds figures."""
    single = getattr(claim, "citation", None) is not None
    for index, citation in enumerate(claim.citations):
        if citation.quote is None or not any(True for _ in numbers(citation.quote)):
            continue
        missing = missing_in_quote(claim, citation.quote, kb)
        path = ("citation", "quote") if single else ("citations", index, "quote")
        yield Recomputed(
            "Q2",
            path,
            "figures of the quote",
            "every figure of the quote stands in the claim",
            ", ".join(number.text for number in missing) or "all figures",
            "not in the claim" if missing else "in the claim",
            "differs" if missing else "agrees",
            cause="quote" if missing else "",
        )
