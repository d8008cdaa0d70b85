"""The names under which people look for a term."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_kb.analysis.hierarchy import Key
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.term import Intervention


def names(kb: KnowledgeBase, key: Key) -> tuple[str, ...]:
    """Label, abbreviation, synonyms and substance of a term, each once."""
    term = kb.term(*key)
    if term is None:
        return ()
    substance = (term.substance or "") if isinstance(term, Intervention) else ""
    return tuple(dict.fromkeys(filter(None, (term.label, term.abbreviation or "", *term.synonyms, substance))))


def all_names(kb: KnowledgeBase, keys: Iterable[Key]) -> tuple[str, ...]:
    """The names of several terms, each once, in the order of the terms."""
    return tuple(dict.fromkeys(name for key in keys for name in names(kb, key)))
