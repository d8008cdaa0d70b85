"""The terms above and below a term in any vocabulary, and treatments that are the same or contain each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from evidence_kb.knowledge_base import KnowledgeBase

Key = tuple[str, str]
"""Vocabulary and id of a term."""


def vocabulary_of(kb: KnowledgeBase, id: str, kinds: Iterable[str]) -> str:
    """The first of some vocabularies that holds an id, or nothing."""
    return next((kind for kind in kinds if (kind, id) in kb.terms), "")


def above(kb: KnowledgeBase, key: Key) -> frozenset[Key]:
    """Every broader term, whatever its vocabulary; the term itself is left out."""
    return _closure(kb.once(_broader, ""), key)


def below(kb: KnowledgeBase, key: Key) -> frozenset[Key]:
    """Every narrower term, whatever its vocabulary; the term itself is left out."""
    return _closure(kb.once(_narrower, ""), key)


def _closure(next_: Mapping[Key, tuple[Key, ...]], start: Key) -> frozenset[Key]:
    found: set[Key] = set()
    waiting = [start]
    while waiting:
        new = [key for key in next_.get(waiting.pop(), ()) if key not in found and key != start]
        found.update(new)
        waiting += new
    return frozenset(found)


def _broader(kb: KnowledgeBase, _: str) -> Mapping[Key, tuple[Key, ...]]:
    vocabularies = sorted({kind for kind, _ in kb.terms})
    found: dict[Key, tuple[Key, ...]] = {}
    for (kind, id), entry in kb.terms.items():
        ups = [(vocabulary_of(kb, up, (kind, *vocabularies)), up) for up in entry.record.broader]
        found[kind, id] = tuple(up for up in ups if up[0])
    return found


def _narrower(kb: KnowledgeBase, _: str) -> Mapping[Key, tuple[Key, ...]]:
    found: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, ups in kb.once(_broader, "").items():
        for up in ups:
            found[up].append(key)
    return {key: tuple(found[key]) for key in sorted(found)}


def wider(kb: KnowledgeBase, id: str) -> frozenset[str]:
    """All interventions that contain one; use `kb.once(wider, id)`."""
    return frozenset(up for kind, up in above(kb, ("interventions", id)) if kind == "interventions")


def kin(term: str, other: str, kb: KnowledgeBase) -> bool:
    """Whether two interventions are the same, or one contains the other."""
    return term == other or other in kb.once(wider, term) or term in kb.once(wider, other)
