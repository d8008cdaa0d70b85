"""Warnings by the circumstance that they name (people, illness, other drug, course), and the harms that may follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import cast

from evidence_kb.analysis.hierarchy import Key, above, below, vocabulary_of
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.claims.safety import Safety
from evidence_kb.records.safety_item import SafetyItem
from evidence_kb.site.term_names import all_names, combines, names
from evidence_kb.site.views.position import KINDS
from evidence_kb.site.words import sentence

GROUPS = {
    "people": "People",
    "conditions": "Illnesses",
    "drugs": "Other drugs",
    "use": "Way of use",
    "course": "During treatment",
}
VOCABULARIES = ("conditions", "populations", "drug-classes", "interventions", "outcomes")
GROUP_OF = {"conditions": "conditions", "populations": "people", "drug-classes": "drugs", "interventions": "drugs"}
# Kinds of warning that are a circumstance by themselves, where no item names it.
PERSONAL = frozenset({"pregnancy", "lactation", "renal", "hepatic", "children", "older-people"})


@dataclass(frozen=True, slots=True)
class Named:
    """What one claim says of one circumstance: the items that name it, and those that say what may happen."""

    claim: Entry[Safety]
    items: tuple[SafetyItem, ...]
    effects: tuple[SafetyItem, ...]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A circumstance with every claim that names it; `term` is None where the items have no term in common.

    `included` are the terms that claims name, `names` the words under which people may look for it.
    """

    group: str
    label: str
    anchor: str
    term: Key | None
    included: tuple[Key, ...]
    names: tuple[str, ...]
    claims: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Harm:
    """Something that may happen with a treatment, and the claims that name it with their words for it."""

    label: str
    term: Key | None
    claims: tuple[tuple[Entry[Safety], str], ...]


def safety_claims(kb: KnowledgeBase) -> tuple[Entry[Safety], ...]:
    """Every warning of the library, sorted by id."""
    return kb.once(_safety_claims, "")


def _safety_claims(kb: KnowledgeBase, _: str) -> tuple[Entry[Safety], ...]:
    return tuple(cast("Entry[Safety]", entry) for entry in kb.claims.values() if isinstance(entry.record, Safety))


def key_of(kb: KnowledgeBase, item: SafetyItem) -> Key | None:
    """Vocabulary and id of the term of an item."""
    kind = vocabulary_of(kb, item.term, VOCABULARIES) if item.term else ""
    return (kind, item.term) if kind and item.term else None


def circumstances(kb: KnowledgeBase, _: str = "") -> tuple[Circumstance, ...]:
    """All circumstances: people first, then illnesses, drugs and the rest; use `kb.once`."""
    clusters: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    tops = _tops(kb)
    for entry in safety_claims(kb):
        own: defaultdict[tuple[str, str], list[SafetyItem]] = defaultdict(list)
        effects = []
        for item in entry.record.items:
            cluster = _cluster(kb, entry.record, item, tops)
            if cluster:
                own[cluster].append(item)
            else:
                effects.append(item)
        if not own and entry.record.kind in PERSONAL:
            own["people", KINDS[entry.record.kind]] = []
        for cluster, items in own.items():
            clusters[cluster].append(Named(entry, tuple(items), tuple(effects)))
    found = [_circumstance(kb, group, claims, words) for (group, words), claims in clusters.items()]
    order = list(GROUPS)
    return tuple(sorted(found, key=lambda each: (order.index(each.group), each.label.casefold(), each.anchor)))


def harms(kb: KnowledgeBase, _: str = "") -> tuple[Harm, ...]:
    """What warnings and lists of adverse reactions name as following treatment, by name; use `kb.once`."""
    found: defaultdict[tuple[Key | None, str], list[tuple[Entry[Safety], str]]] = defaultdict(list)
    tops = _tops(kb)
    for entry in safety_claims(kb):
        places = [_cluster(kb, entry.record, item, tops) for item in entry.record.items]
        if any(places) or entry.record.kind in PERSONAL:
            continue
        for item in entry.record.items:
            key = key_of(kb, item)
            found[key, "" if key else item.what.casefold()].append((entry, item.what))
    listed = [
        Harm(kb.label(*key) if key else sentence(claims[0][1]), key, tuple(claims))
        for (key, _), claims in found.items()
    ]
    return tuple(sorted(listed, key=lambda harm: harm.label.casefold()))


def _cluster(kb: KnowledgeBase, claim: Safety, item: SafetyItem, tops: dict[Key, Key]) -> tuple[str, str] | None:
    """Group and name of the circumstance of an item; None where it is something that may happen."""
    if claim.kind == "adverse-reaction":
        return None
    key = key_of(kb, item)
    group = GROUP_OF.get(key[0], "") if key else "use"
    if claim.kind == "monitoring" and group not in ("people", "conditions"):
        return "course", ""
    if not group:
        return None
    return (group, "/".join(tops[key])) if key else (group, _slug(item.what))


def _tops(kb: KnowledgeBase) -> dict[Key, Key]:
    """For every term that a warning names, the broadest term to gather it under.

    What questions are about is treated, not a circumstance, and groups of people do not add up: neither gathers. Of
    several broadest terms that is taken which gathers most of the terms named.
    """
    asked = kb.once(treated, "")
    named = {key for entry in safety_claims(kb) for item in entry.record.items if (key := key_of(kb, item))}
    ups = {
        key: {up for up in above(kb, key) if GROUP_OF.get(up[0]) == GROUP_OF.get(key[0])} - asked
        for key in named
        if key[0] != "populations"
    }
    often = Counter(up for key in ups for up in (key, *ups[key]))
    return {
        key: min(
            (up for up in (key, *ups.get(key, ())) if not (above(kb, up) & ups.get(key, set()))),
            key=lambda up: (-often[up], up),
        )
        for key in named
    }


def treated(kb: KnowledgeBase, _: str) -> frozenset[Key]:
    """The conditions that questions are about, and those that contain them; use `kb.once`."""
    asked = {("conditions", id) for entry in kb.questions.values() for id in entry.record.pico.conditions}
    return frozenset(asked.union(*(above(kb, key) for key in asked)))


def _circumstance(kb: KnowledgeBase, group: str, claims: list[Named], words: str) -> Circumstance:
    keys = {key for each in claims for item in each.items if (key := key_of(kb, item))}
    included = tuple(sorted(keys, key=lambda key: kb.label(*key).casefold()))
    term = _common(kb, included) if group in set(GROUP_OF.values()) else None
    kinds = [KINDS[each.claim.record.kind] for each in claims if each.claim.record.kind in PERSONAL]
    if term is None:
        label = {"course": "What to watch", "use": _words_of(claims)}.get(group, words)
        anchor = f"{group}-{_slug(label)}"
        own = all_names(kb, included)
        return Circumstance(group, label, anchor, None, included, (label, *kinds, *own), tuple(claims))
    wider = sorted(up for up in above(kb, term) - kb.once(treated, "") if GROUP_OF.get(up[0]) == group != "people")
    narrower = sorted(key for key in below(kb, term) if not combines(kb, key)) if group != "people" else []
    found = tuple(dict.fromkeys((*names(kb, term), *kinds, *all_names(kb, (*narrower, *wider)))))
    return Circumstance(group, kb.label(*term), f"{term[0]}-{term[1]}", term, included, found, tuple(claims))


def _words_of(claims: list[Named]) -> str:
    return next((sentence(item.what) for each in claims for item in each.items), "")


def _slug(text: str) -> str:
    """A text as part of an anchor; texts that differ in case or punctuation alone are one circumstance."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _common(kb: KnowledgeBase, keys: tuple[Key, ...]) -> Key | None:
    """The narrowest term that is or contains every one of some terms."""
    if not keys:
        return None
    shared = set[Key].intersection(*({key, *above(kb, key)} for key in keys))
    narrowest = [key for key in shared if not any(key in above(kb, other) for other in shared)]
    return min(narrowest, default=None)
