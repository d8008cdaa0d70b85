"""Claims on the same thing carry the same figures: same study, outcome, arm, time and group (X1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from evidence_kb.analysis.checks.figures import span
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.study_identity import studies_of
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.arms import ArmContinuous, ArmProportion, Centre, Spread
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one claim, with the key that it shares with its siblings."""

    claim: str
    source: str
    path: FieldPath
    what: str
    printed: str


Index = dict[Key, list[Figure]]


def recompute_claim(kb: KnowledgeBase, claim_id: str) -> Iterator[Recomputed]:
    """X1 for each figure of a claim that another claim carries too; the later claim by id reports a difference."""
    index = kb.once(sibling_index, "")
    claim = kb.claims[claim_id].record
    if not isinstance(claim, Finding):
        return
    for key, figure in figures_of(claim, claim_id, kb):
        for other in index.get(key, ()):
            if other.claim == claim_id:
                continue
            same = _same(figure.printed, other.printed)
            companion = other.source != figure.source
            if same or other.claim < claim_id:
                yield Recomputed(
                    "X1",
                    figure.path,
                    f"{figure.what} in {other.claim}",
                    "the same figure in every claim of one study, outcome, arm, time and group",
                    figure.printed,
                    other.printed,
                    "agrees" if same else "differs",
                    note="another publication of the same study" if companion else "",
                    cause="" if same else "companion" if companion else "sibling",
                )


def sibling_sizes(kb: KnowledgeBase, claim_id: str) -> frozenset[Fraction]:
    """Sizes of arms in the other claims of the same source."""
    by_source = kb.once(sizes_by_source, "")
    own = kb.claims[claim_id].record
    found: set[Fraction] = set()
    for citation in own.citations:
        found |= {Fraction(size) for claim, size in by_source.get(citation.source, ()) if claim != claim_id}
    return frozenset(found)


def sizes_by_source(kb: KnowledgeBase, scope: str) -> dict[str, list[tuple[str, int]]]:
    """(claim, size of an arm) by source."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for id in sorted(kb.claims):
        for citation in kb.claims[id].record.citations:
            for arm in getattr(kb.claims[id].record, "arms", ()):
                if getattr(arm, "n", None):
                    found[citation.source].append((id, arm.n))
    return dict(found)


def _same(one: str, other: str) -> bool:
    """Whether two printed figures can be one; figures that only touch, such as 15 and 16, are two."""
    first, second = span(Printed(one)), span(Printed(other))
    if first is None or second is None:
        return one == other
    return first.low < second.high and second.low < first.high


def sibling_index(kb: KnowledgeBase, scope: str) -> Index:
    """All figures of the library by key."""
    found: defaultdict[Key, list[Figure]] = defaultdict(list)
    for id in sorted(kb.claims):
        claim = kb.claims[id].record
        if isinstance(claim, Finding):
            for key, figure in figures_of(claim, id, kb):
                found[key].append(figure)
    return dict(found)


def figures_of(claim: Finding, id: str, kb: KnowledgeBase) -> Iterator[tuple[Key, Figure]]:
    """Each figure of a claim with its key; only of claims on one study."""
    studies = studies_of(claim, kb)
    if len(studies) != 1 or not isinstance(claim, ResponseRate | Continuous):
        return
    group = _group(claim)
    where = (studies[0], claim.outcome, *group)
    for index, arm in enumerate(claim.arms):
        path: FieldPath = ("arms", index)
        if isinstance(claim, ResponseRate) and isinstance(arm, ArmProportion):
            yield from _named(
                _proportion(arm), (*where, _time(claim), claim.event.casefold(), arm.arm), path, claim, id
            )
        if isinstance(claim, Continuous) and isinstance(arm, ArmContinuous):
            scale = claim.scale or claim.unit or ""
            key = (*where, _time(claim), scale, claim.quantity, arm.arm)
            yield from _named(_centre(arm.centre, arm.spread, ""), key, path, claim, id)
            base = (*where, "baseline", scale, arm.arm)
            yield from _named(_centre(arm.baseline, arm.baseline_spread, "baseline"), base, path, claim, id)


def _group(claim: Finding) -> Key:
    analysis = claim.analysis
    if analysis is None:
        return ("", "", "", "")
    subgroup = f"{analysis.subgroup.by}:{analysis.subgroup.level}" if analysis.subgroup else ""
    return (subgroup, analysis.unit or "", analysis.set or "", analysis.estimate or "")


def _time(claim: Finding) -> str:
    if claim.timepoint is None:
        return ""
    return claim.timepoint.at or claim.timepoint.printed.casefold()


def _proportion(arm: ArmProportion) -> Iterator[tuple[FieldPath, str, str]]:
    for name, what in (("n_events", "events"), ("n", "people"), ("percent", "percentage")):
        value = getattr(arm, name)
        if value is not None:
            yield (name,), what, str(value)


def _centre(centre: Centre | None, spread: Spread | None, name: str) -> Iterator[tuple[FieldPath, str, str]]:
    prefix = f"{name} " if name else ""
    if centre is not None:
        yield (name or "centre", "value"), f"{prefix}{centre.stat}", str(centre.value)
    if spread is not None:
        field = f"{name}_spread" if name else "spread"
        for part in ("value", "low", "high"):
            figure = getattr(spread, part)
            if figure is not None:
                yield (field, part), f"{prefix}{spread.kind} {part}".strip(), str(figure)


def _named(
    figures: Iterator[tuple[FieldPath, str, str]], key: Key, path: FieldPath, claim: Finding, id: str
) -> Iterator[tuple[Key, Figure]]:
    for field, what, printed in figures:
        yield (*key, what), Figure(id, claim.citation.source, (*path, *field), what, printed)
