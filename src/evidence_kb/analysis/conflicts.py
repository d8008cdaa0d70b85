"""Claims on one outcome that disagree, side by side with their figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.directions import control_side, is_control
from evidence_kb.analysis.result_of_comparison import COMPARATIVE, ComparisonResult, result_of
from evidence_kb.analysis.wording import in_sentence, treatment_phrase
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.term import Intervention

HEADINGS = {"for": "Favours the treatment", "against": "Favours the comparator", "neither": "No difference shown"}
AGAINST = {"placebo": "placebo or no treatment", "active": "other treatments"}
NEITHER = frozenset({"inconclusive", "no-difference-detected", "little-or-no-difference", "equivalent"})
DIFFERENCE = frozenset({"favours-intervention", "favours-comparator"})

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one opinion: `stance` is for, against or neither; each with its result and figures."""

    stance: str
    heading: str
    results: tuple[ComparisonResult, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One treatment and outcome, against one kind of comparator, on which claims differ.

    `kind` is `opposite` where one claim favours the treatment and another its comparator, `unclear` where some show a
    difference and others detect none. `text` is one sentence for a page.
    """

    intervention: str
    outcome: str
    comparator: str
    label: str
    kind: str
    sides: tuple[Side, ...]
    text: str

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of all claims in it."""
        return tuple(dict.fromkeys(result.claim for side in self.sides for result in side.results))


def conflicts(kb: KnowledgeBase, scope: str = "") -> tuple[Conflict, ...]:
    """Conflicts of the whole library, or among the claims of one question; use `kb.once(conflicts, scope)`."""
    grouped: defaultdict[Key, list[tuple[str, ComparisonResult]]] = defaultdict(list)
    for id in _claims(kb, scope):
        claim = kb.claims[id].record
        if isinstance(claim, Finding):
            for key, stance, result in _opinions(claim, id, kb):
                grouped[key].append((stance, result))
    found = [_conflict(kb, key, grouped[key]) for key in sorted(grouped)]
    return tuple(conflict for conflict in found if conflict is not None)


def _claims(kb: KnowledgeBase, scope: str) -> tuple[str, ...]:
    if not scope:
        return tuple(sorted(kb.claims))
    rows = kb.questions[scope].record.outcomes
    return tuple(dict.fromkeys(part.claim for row in rows for part in row.body if part.claim in kb.claims))


def _opinions(claim: Finding, id: str, kb: KnowledgeBase) -> Iterator[tuple[Key, str, ComparisonResult]]:
    """What each contrast says of each treatment in it: for, against or neither."""
    for index, contrast in enumerate(claim.contrasts):
        if contrast.kind not in COMPARATIVE:
            continue
        result = result_of(claim, id, index, kb)
        if result.result not in NEITHER | DIFFERENCE:
            continue
        sides = {contrast.of: _given(claim, contrast, contrast.of, kb)}
        sides[contrast.versus] = _given(claim, contrast, contrast.versus, kb)
        for name, other in ((contrast.of, contrast.versus), (contrast.versus, contrast.of)):
            stance = "neither" if result.favours is None else "for" if result.favours == name else "against"
            for treatment in sides[name] - sides[other]:
                if not is_control(treatment, kb):
                    for against in sorted(_kinds(sides[other], kb)):
                        yield (treatment, claim.outcome, against), stance, result


def _given(claim: Finding, contrast: Contrast, side: str, kb: KnowledgeBase) -> frozenset[str]:
    """The interventions on one side of a contrast."""
    for arm in kb.arms(claim):
        if arm.id == side:
            return frozenset(part.term for part in arm.given)
    if isinstance(claim, MetaAnalysis):
        control = contrast.of if control_side(claim, contrast, kb) == "of" else contrast.versus
        return frozenset(claim.comparator if side == control else claim.intervention)
    return frozenset()


def _kinds(terms: frozenset[str], kb: KnowledgeBase) -> frozenset[str]:
    return frozenset("placebo" if _control(term, kb) in ("placebo", "none") else "active" for term in terms)


def _control(term: str, kb: KnowledgeBase) -> str | None:
    record = kb.term("interventions", term)
    return record.control if isinstance(record, Intervention) else None


def _conflict(kb: KnowledgeBase, key: Key, found: list[tuple[str, ComparisonResult]]) -> Conflict | None:
    treatment, outcome, comparator = key
    sides = tuple(
        Side(stance, heading, tuple(result for said, result in found if said == stance))
        for stance, heading in HEADINGS.items()
        if any(said == stance for said, _ in found)
    )
    if len(sides) < 2 or len({result.claim for _, result in found}) < 2:
        return None
    kind = "opposite" if {"for", "against"} <= {side.stance for side in sides} else "unclear"
    label = kb.label("outcomes", outcome)
    counts = ", ".join(_count(len({r.claim for r in side.results}), side.heading) for side in sides)
    text = (
        f"Claims on {treatment_phrase((treatment,), kb)} against {AGAINST[comparator]} and {in_sentence(label)} "
        f"disagree: {counts}. They are shown side by side; claims are not votes."
    )
    return Conflict(treatment, outcome, comparator, label, kind, sides, text)


def _count(number: int, heading: str) -> str:
    """`1 favours the treatment`, `2 favour the treatment`."""
    words = heading.lower()
    return f"{number} {words if number == 1 else words.replace('favours', 'favour')}"
