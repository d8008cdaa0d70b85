"""Ids that a dangling reference nearly names: an entry that was renamed, or is misspelt where it is named."""

from __future__ import annotations

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.references import Reference
from evidence_kb.suggestions import nearest


def nearly_named(kb: KnowledgeBase, kind: str) -> frozenset[str]:
    """The ids of a kind that are the nearest to a reference that leads to nothing.

    Such an entry is missed where it is named, and that is one mistake: it is not told again that nobody uses it.
    """
    wanted = {
        node.value.id
        for entry in kb.entries
        for node in entry.nodes
        if isinstance(node.value, Reference) and kind in node.value.kinds and not kb.resolves(node.value)
    }
    known = kb.ids(kind) if wanted else ()
    guesses = {nearest(id, known) for id in wanted}
    return frozenset(guess for guess in guesses if guess is not None)
