"""Sums of people: events among people, people in arms, arms in studies, subgroups in wholes (P3)."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.checks.excuses import source_of
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.arms import ArmContinuous, ArmProportion, ArmTime
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.claims.time_to_event import TimeToEvent
from evidence_kb.records.study import Study

Arm = ArmProportion | ArmContinuous | ArmTime
PEOPLE = frozenset({None, "participant", "not-seen"})


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """P3 for the arms of a claim, against its study and against the claim on all people."""
    if not isinstance(claim, ResponseRate | Continuous | TimeToEvent):
        return
    source = source_of(claim, kb)
    sizes = {arm.id: arm.n for arm in source.study.arms} if source is not None and source.study is not None else {}
    arms: tuple[Arm, ...] = tuple(claim.arms)
    for index, arm in enumerate(arms):
        yield from _events(arm, ("arms", index))
        if (claim.analysis.unit if claim.analysis else None) in PEOPLE:
            yield from _size(claim, arm, sizes.get(arm.arm), ("arms", index, "n"))
        yield from _part(claim, arm, ("arms", index), kb)
    if source is not None and source.study is not None and source.study.structure in ("parallel", "factorial"):
        yield from _total(claim, source.study)
    yield from _conditions(claim)


def _events(arm: Arm, path: FieldPath) -> Iterator[Recomputed]:
    if isinstance(arm, ArmContinuous) or arm.n_events is None or arm.n is None:
        return
    yield _compared("events", "events among people", "events ≤ people", arm.n_events, arm.n, (*path, "n_events"))


def _size(claim: Finding, arm: Arm, size: int | None, path: FieldPath) -> Iterator[Recomputed]:
    """People in the analysis against people in the study's arm; equal where everybody randomised was analysed."""
    if arm.n is None or size is None:
        return
    everybody = claim.analysis is not None and claim.analysis.set == "randomised" and claim.analysis.subgroup is None
    if everybody and arm.n < size:
        yield Recomputed(
            "P3", path, "people analysed", "all people randomised", str(arm.n), str(size), "differs", cause="fewer"
        )
    else:
        yield _compared("size", "people analysed", "people analysed ≤ people in the arm", arm.n, size, path)


def _part(claim: Finding, arm: Arm, path: FieldPath, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """A subgroup's figures against those of the whole."""
    subgroup = claim.analysis.subgroup if claim.analysis else None
    entry = kb.claims.get(subgroup.whole) if subgroup is not None and subgroup.whole else None
    if entry is None or not isinstance(entry.record, type(claim)):
        return
    whole = next((other for other in getattr(entry.record, "arms", ()) if other.arm == arm.arm), None)
    if whole is None:
        return
    for name in ("n", "n_events"):
        part, total = getattr(arm, name, None), getattr(whole, name, None)
        if part is not None and total is not None:
            what = f"{'people' if name == 'n' else 'events'} in the subgroup"
            yield _compared("subgroup", what, "subgroup ≤ whole", part, total, (*path, name))


def _total(claim: ResponseRate | Continuous | TimeToEvent, study: Study) -> Iterator[Recomputed]:
    """All arms of a claim together against the people in the study."""
    if (claim.analysis.unit if claim.analysis else None) not in PEOPLE:
        return
    sizes = [arm.n for arm in claim.arms]
    most = max((size for size in (study.n_randomised, study.n_analysed) if size is not None), default=None)
    if most is None or len(sizes) < 2 or any(size is None for size in sizes):
        return
    if len({arm.arm for arm in claim.arms}) < len(sizes):
        return
    total = sum(size for size in sizes if size is not None)
    yield _compared("size", "people in all arms", "sum of arms ≤ people in the study", total, most, ("arms",))


def _conditions(claim: Finding) -> Iterator[Recomputed]:
    """People by condition against the people in the arms: people may have several, so only each alone is compared."""
    sizes = [getattr(arm, "n", None) for arm in getattr(claim, "arms", ())]
    if not sizes or None in sizes:
        return
    most = sum(size for size in sizes if size is not None)
    for index, condition in enumerate(claim.conditions):
        if condition.n is not None:
            path = ("conditions", index, "n")
            yield _compared(
                "size", "people with the condition", "people with a condition ≤ all", condition.n, most, path
            )


def _compared(cause: str, what: str, formula: str, part: int, whole: int, path: FieldPath) -> Recomputed:
    fits = part <= whole
    return Recomputed(
        "P3",
        path,
        what,
        formula,
        str(part),
        f"at most {whole}",
        "agrees" if fits else "differs",
        cause="" if fits else cause,
    )


def of_study(study: Study) -> Iterator[Recomputed]:
    """P3 for a study: arms against people randomised, people analysed against people randomised."""
    randomised, analysed = study.n_randomised, study.n_analysed
    if randomised is not None and analysed is not None:
        yield _compared(
            "study", "people analysed", "people analysed ≤ people randomised", analysed, randomised, ("n_analysed",)
        )
    sizes = [arm.n for arm in study.arms]
    if len(sizes) < 2 or any(size is None for size in sizes) or study.structure not in ("parallel", "factorial"):
        return
    total = sum(size for size in sizes if size is not None)
    known = [size for size in (randomised, analysed) if size is not None]
    if known:
        shown = " or ".join(str(size) for size in dict.fromkeys(known))
        fits = total in known
        yield Recomputed(
            "P3",
            ("arms",),
            "sum of the arms",
            "sum of arms = people randomised (or analysed)",
            shown,
            str(total),
            "agrees" if fits else "differs",
            cause="" if fits else "sum",
        )
