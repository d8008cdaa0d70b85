"""The names under which people look for a term."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_kb.analysis.hierarchy import Key, above
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.term import Intervention
from evidence_kb.site.search_document import words

SHORTEST_ENDING = 5
"""Letters; shorter names of classes (`mAbs`, `ARBs`) end words that have nothing to do with them."""


def names(kb: KnowledgeBase, key: Key) -> tuple[str, ...]:
    """Label, abbreviation, synonyms and substance of a term, each once."""
    term = kb.term(*key)
    if term is None:
        return ()
    own = (term.substance or "") if isinstance(term, Intervention) else ""
    return tuple(dict.fromkeys(filter(None, (term.label, term.abbreviation or "", *term.synonyms, own))))


def all_names(kb: KnowledgeBase, keys: Iterable[Key]) -> tuple[str, ...]:
    """The names of several terms, each once, in the order of the terms."""
    return tuple(dict.fromkeys(name for key in keys for name in names(kb, key)))


def substance(kb: KnowledgeBase, key: Key) -> str:
    """The active substance of a term; empty where it names none, or stands for a control."""
    term = kb.term(*key)
    return (term.substance or "") if isinstance(term, Intervention) and term.control is None else ""


def combines(kb: KnowledgeBase, key: Key) -> bool:
    """Whether a term names no substance although it stands below one: it is that with something else.

    Its names hold those of the other drug (`DHE plus metoclopramide`), whose name it is not.
    """
    return not substance(kb, key) and any(substance(kb, up) for up in above(kb, key))


def endings(kb: KnowledgeBase, keys: Iterable[Key]) -> tuple[str, ...]:
    """The names of classes in one word: drugs of a class are mostly named with it at the end (`rizatriptan`)."""
    named = (tuple(words(name)) for key in keys if key[0] == "drug-classes" for name in names(kb, key))
    return tuple(sorted({own[0] for own in named if len(own) == 1 and len(own[0]) >= SHORTEST_ENDING}))
