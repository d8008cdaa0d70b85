"""Whether a statement gives the figures of two arms in the order in which it names the arms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from evidence_kb.analysis.number_words import normalised
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.arms import ArmContinuous, ArmProportion
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate

_WORD = re.compile(r"[a-z][a-z]{2,}|\d+(?:\.\d+)?(?= ?m[gl]\b)", re.I)
_FILLER = frozenset(
    {"the", "and", "with", "for", "after", "vein", "min", "once", "dose", "alone", "people", "group", "arm"}
)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Two arms whose figures stand the other way round than their names."""

    first: str
    second: str
    figures: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Told:
    arm: str
    figure: str
    figure_at: int
    name_at: int


def exchanged_arms(claim: ResponseRate | Continuous, kb: KnowledgeBase) -> Exchanged | None:
    """The first pair of arms out of order; only figures and names that the statement holds once are compared."""
    text = normalised(claim.statement).lower()
    names = _names(claim, kb)
    told = []
    for arm in claim.arms:
        figure = _figure(arm, text)
        name = _name_at(names.get(arm.arm, frozenset()), text)
        if figure is not None and name is not None:
            told.append(_Told(arm.arm, figure[0], figure[1], name))
    for one, other in combinations(told, 2):
        if one.figure == other.figure:
            continue
        if (one.figure_at < other.figure_at) != (one.name_at < other.name_at):
            return Exchanged(one.arm, other.arm, (one.figure, other.figure))
    return None


def _names(claim: ResponseRate | Continuous, kb: KnowledgeBase) -> dict[str, frozenset[str]]:
    """The words of each arm that no other arm of the claim has."""
    words: dict[str, set[str]] = {}
    labels = {arm.id: arm for arm in kb.arms(claim)}
    for arm in claim.arms:
        known = labels.get(arm.arm)
        parts = [arm.arm.replace("-", " "), known.label if known is not None else ""]
        parts += [kb.label("interventions", given.term) for given in (known.given if known is not None else ())]
        words[arm.arm] = {word.lower() for part in parts for word in _WORD.findall(part)} - _FILLER
    return {
        arm: frozenset(own - {word for other, theirs in words.items() if other != arm for word in theirs})
        for arm, own in words.items()
    }


def _name_at(words: frozenset[str], text: str) -> int | None:
    """Where the arm is named; None where it is named nowhere or more than once."""
    found = [
        match.start() for word in words for match in re.finditer(rf"(?<![a-z\d.]){re.escape(word)}(?![a-z\d])", text)
    ]
    if not found or max(found) - min(found) > 40:
        return None
    counts = [len(re.findall(rf"(?<![a-z\d.]){re.escape(word)}(?![a-z\d])", text)) for word in words]
    return min(found) if max(counts) == 1 else None


def _figure(arm: ArmProportion | ArmContinuous, text: str) -> tuple[str, int] | None:
    """The figure of the arm and where it stands; None where the statement does not hold it exactly once."""
    for shown in _shown(arm):
        places = [match.start() for match in re.finditer(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", text)]
        if len(places) == 1:
            return shown, places[0]
    return None


def _shown(arm: ArmProportion | ArmContinuous) -> tuple[str, ...]:
    if isinstance(arm, ArmContinuous):
        return (arm.centre.value.lstrip("-+\u2212"),) if arm.centre is not None else ()
    pair = f"{arm.n_events} of {arm.n}" if arm.n_events is not None and arm.n is not None else ""
    events = str(arm.n_events) if arm.n_events is not None else ""
    percent = f"{arm.percent}%" if arm.percent is not None else ""
    return tuple(part for part in (percent, pair, events) if part)
