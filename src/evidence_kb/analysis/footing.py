"""Which records rest on something that is missing or unread, so that nothing more is concluded of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.references import Reference

Ground = tuple[str, str]
Missing = Mapping[Ground, tuple[FieldPath, ...]]


def missing_ground(kb: KnowledgeBase) -> Missing:
    """The places of references on which nothing can be built, by (kind, id) of the record in which they stand.

    That is a reference to nothing, to a record that could not be read, or to a source or claim that itself has such a
    reference: a claim whose source is unread is as shaky as the figures that a question takes from it.
    """
    known = _known(kb)
    found: defaultdict[Ground, list[FieldPath]] = defaultdict(list)
    referring: defaultdict[Ground, list[tuple[Ground, FieldPath]]] = defaultdict(list)
    for entry in kb.entries:
        if entry.kind in ("term", "library"):
            continue
        own: Ground = (entry.kind, entry.id)
        found[own].extend(_unknown_arms(kb, entry))
        for path, reference in _references(entry):
            if not any((kind, reference.id) in known for kind in reference.kinds):
                found[own].append(path)
            for kind in reference.kinds:
                referring[kind, reference.id].append((own, path))
    waiting = [own for own, paths in found.items() if paths]
    while waiting:
        for own, path in referring.get(waiting.pop(), ()):
            # A question or an audit is no ground for others: only what sources and claims carry is passed on.
            if not found[own] and own[0] in ("source", "claim"):
                waiting.append(own)
            if path not in found[own]:
                found[own].append(path)
    return {own: tuple(paths) for own, paths in found.items() if paths}


def _references(entry: Entry[Any]) -> list[tuple[FieldPath, Reference]]:
    return [
        (node.path, node.value)
        for node in entry.nodes
        if isinstance(node.value, Reference) and node.value.kinds != ("arm",)
    ]


def _unknown_arms(kb: KnowledgeBase, entry: Entry[Any]) -> list[FieldPath]:
    """Arms that a claim names and its source does not describe."""
    if entry.kind != "claim" or not any(citation.source in kb.sources for citation in entry.record.citations):
        return []
    described = {arm.id for arm in kb.arms(entry.record)}
    named = [node for node in entry.nodes if isinstance(node.value, Reference) and node.value.kinds == ("arm",)]
    return [node.path for node in named if isinstance(node.value, Reference) and node.value.id not in described]


def _known(kb: KnowledgeBase) -> frozenset[Ground]:
    kinds = ("source", "claim", "question", "audit", "study")
    return frozenset({(kind, id) for kind in kinds for id in kb.ids(kind)} | set(kb.terms))
