"""Treatments as readers count them: the terms of one substance by one family of routes are one treatment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from evidence_kb.analysis.directions import is_control
from evidence_kb.analysis.hierarchy import above
from evidence_kb.analysis.wording import in_sentence
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.term import Intervention

KINDS = ("interventions", "drug-classes")


@dataclass(frozen=True, slots=True)
class Drug:
    """One treatment: the term that names it, the terms read as the same, and all terms whose warnings hold for it."""

    term: str
    label: str
    terms: tuple[str, ...]
    related: frozenset[str]


def drugs(kb: KnowledgeBase, terms: Iterable[str]) -> tuple[Drug, ...]:
    """Some terms as treatments, sorted by label; controls are left out."""
    wanted = sorted(term for term in set(terms) if not is_control(term, kb))
    routed: defaultdict[str, set[str]] = defaultdict(set)
    for term in wanted:
        family = route_family(kb, term)
        if family:
            routed[substance_root(kb, term)].add(family)
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for term in wanted:
        root = substance_root(kb, term)
        groups[root, route_family(kb, term) or _joined(kb, routed[root])].append(term)
    found = [_drug(kb, root, family, members) for (root, family), members in sorted(groups.items())]
    return tuple(sorted(found, key=lambda drug: (drug.label.casefold(), drug.term)))


def drug_of(kb: KnowledgeBase, term: str) -> Drug:
    """One term as a treatment, whatever other terms stand beside it; use `kb.once`."""
    return _drug(kb, substance_root(kb, term), route_family(kb, term), [term])


def substance_root(kb: KnowledgeBase, term: str) -> str:
    """The broadest term of the same substance; the term itself where it names no substance."""
    record = kb.term("interventions", term)
    if not isinstance(record, Intervention) or record.substance is None:
        return term
    above = sorted(up for up in record.broader if _substance(kb, up) is not None)
    return substance_root(kb, above[0]) if above else term


def route_family(kb: KnowledgeBase, term: str) -> str:
    """The broadest route of a term (`parenteral` for an infusion); empty where it names none."""
    record = kb.term("interventions", term)
    route = record.route if isinstance(record, Intervention) else None
    return _broadest_route(kb, route) if route else ""


def ancestors(kb: KnowledgeBase, term: str) -> frozenset[str]:
    """A term with all terms and classes above it; use `kb.once`."""
    return frozenset({term, *(id for kind, id in above(kb, ("interventions", term)) if kind in KINDS)})


def classes_above(kb: KnowledgeBase, term: str) -> tuple[str, ...]:
    """Terms that stand for any member of a class to which a treatment belongs; use `kb.once`.

    A term of the treatments stands for its whole class where its label says so (`Triptan, any`).
    """
    higher = kb.once(ancestors, term)
    return tuple(
        id
        for id in kb.ids("interventions")
        if id != term
        and kb.label("interventions", id).endswith(", any")
        and higher & set(getattr(kb.term("interventions", id), "broader", ()))
    )


def _substance(kb: KnowledgeBase, term: str) -> str | None:
    record = kb.term("interventions", term)
    return record.substance if isinstance(record, Intervention) and record.control is None else None


def _broadest_route(kb: KnowledgeBase, route: str) -> str:
    above = sorted(getattr(kb.term("routes", route), "broader", ()))
    return _broadest_route(kb, above[0]) if above else route


def _joined(kb: KnowledgeBase, families: set[str]) -> str:
    """The family that a term without a route joins: the only one at hand, unless it is one route and may be local."""
    if len(families) != 1:
        return ""
    (family,) = families
    several = any(family in getattr(kb.term("routes", id), "broader", ()) for id in kb.ids("routes"))
    return family if several else ""


def _drug(kb: KnowledgeBase, root: str, family: str, members: list[str]) -> Drug:
    terms = tuple(sorted(members, key=lambda id: (kb.label("interventions", id).casefold(), id)))
    shared = frozenset.intersection(*(kb.once(ancestors, term) for term in terms))
    broadest = next((term for term in terms if term in shared), root)
    label = kb.label("interventions", broadest)
    if broadest not in terms and family:
        label = f"{label}, {in_sentence(kb.label('routes', family))}"
    return Drug(broadest, label, terms, frozenset(terms) | _relatives(kb, root, family))


def _relatives(kb: KnowledgeBase, root: str, family: str) -> frozenset[str]:
    """The terms of a substance that the family of routes does not rule out."""
    same = kb.once(_by_root, "").get(root, ())
    return frozenset(id for id in same if not family or route_family(kb, id) in ("", family))


def _by_root(kb: KnowledgeBase, _: str) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id in kb.ids("interventions"):
        found[substance_root(kb, id)].append(id)
    return {root: tuple(found[root]) for root in sorted(found)}
