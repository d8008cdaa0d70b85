"""Routes of administration: those that a sentence names, and those by which a claim's interventions are given."""

from __future__ import annotations

import re

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim
from evidence_kb.records.term import Intervention

_NAMES = {
    "intravenous": r"intravenous(?:ly)?|by vein|into a vein|by infusion|infusions?|drips?",
    "oral": r"oral(?:ly)?|by mouth|tablets?|capsules?|swallowed",
    "intramuscular": r"intramuscular(?:ly)?|into (?:a|the) muscle",
    "subcutaneous": r"subcutaneous(?:ly)?|under the skin",
    "nasal": r"intranasal(?:ly)?|nasal spray|by the nose",
}
_PATTERNS = {route: re.compile(rf"\b(?:{pattern})\b", re.I) for route, pattern in _NAMES.items()}
_VEIN = frozenset({"intravenous", "intravenous-bolus", "intravenous-infusion"})


def named_routes(text: str) -> frozenset[str]:
    """The routes that a sentence names, as ids of the vocabulary."""
    return frozenset(route for route, pattern in _PATTERNS.items() if pattern.search(text))


def routes_of(claim: Claim, kb: KnowledgeBase) -> frozenset[str]:
    """The routes of a claim's interventions and their controls; empty where one names none, or has an odd one."""
    found: set[str] = set()
    ids = (*kb.interventions(claim), *(term for arm in kb.arms(claim) for term in arm.background))
    for id in ids:
        route = route_of(id, kb)
        if route is None or route not in _PATTERNS:
            return frozenset()
        found.add(route)
    return frozenset(found)


def route_of(id: str, kb: KnowledgeBase) -> str | None:
    """The route of one intervention; infusion and bolus count as intravenous."""
    term = kb.term("interventions", id)
    route = term.route if isinstance(term, Intervention) else None
    return "intravenous" if route in _VEIN else route
