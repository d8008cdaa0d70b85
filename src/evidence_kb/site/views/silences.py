"""Guidelines that were looked through for a treatment in vain: guidance too, and often the newest there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.absence import Absence
from evidence_kb.records.claims.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Silence:
    """A guideline, told by body, date and standing as its recommendations tell them, and what was not found in it."""

    entry: Entry[Claim]
    about: tuple[str, ...]
    body: str
    date: str
    states: frozenset[str]
    words: str


def silences(found: Iterable[Entry[Claim]], kb: KnowledgeBase) -> Iterator[Silence]:
    """Those of some claims that tell of the silence of a guideline; of other documents no body is known."""
    for entry in found:
        if not isinstance(entry.record, Absence):
            continue
        issued: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for source in {citation.source for citation in entry.record.citations}:
            for claim in kb.once(recommendations_of, source):
                issued[claim.body, claim.date or ""].add(claim.status.value)
        read = "in it" if entry.record.whole_document else "in what was read of it"
        words = f"not found {read}: {entry.record.looked_for}"
        for (body, date), states in sorted(issued.items()):
            yield Silence(entry, entry.record.about, body, date, frozenset(states), words)


def recommendations_of(kb: KnowledgeBase, source: str) -> tuple[Recommendation, ...]:
    """All recommendations of a source; use `kb.once`."""
    return tuple(
        entry.record
        for entry in kb.claims.values()
        if isinstance(entry.record, Recommendation)
        and any(citation.source == source for citation in entry.record.citations)
    )
