"""From a claim on one study to data that can be pooled: counts, means, or the printed estimate with its interval."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.directions import control_side, is_control
from evidence_kb.analysis.effect_measures import scale_of
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.arms import ArmContinuous, ArmProportion
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure
from evidence_kb.statistics.study_data import GenericEffect, Study, TwoByTwo, TwoMeans

MEASURES: dict[str, Measure] = {
    "risk_ratio": "RR",
    "odds_ratio": "OR",
    "peto_odds_ratio": "PETO",
    "risk_difference": "RD",
    "mean_difference": "MD",
    "standardized_mean_difference": "SMD",
    "ratio_of_means": "ROM",
}
TABLES = frozenset({"RR", "OR", "PETO", "RD"})


@dataclass(frozen=True, slots=True)
class StudyResult:
    """Data of one study for one measure, how many people stand behind it, and where the data come from."""

    claim: str
    data: Study
    people: int | None
    origin: str


def study_result(claim: Finding, claim_id: str, measure: Measure, kb: KnowledgeBase, label: str) -> StudyResult:
    """Counts or means of the two arms; else the estimate with its interval. CannotCompute says what is missing."""
    pair = two_arms(claim, kb)
    if isinstance(claim, ResponseRate) and measure in TABLES and pair:
        found = _table(claim.arms[pair[0]], claim.arms[pair[1]], label)
        if found is not None:
            return StudyResult(claim_id, found, int(found.n_1 + found.n_0), "counts")
    if isinstance(claim, Continuous) and measure in ("MD", "SMD", "ROM") and pair:
        means = _means(claim.arms[pair[0]], claim.arms[pair[1]], label)
        if means is not None:
            return StudyResult(claim_id, means, int(means.n_1 + means.n_0), "means and standard deviations")
    return StudyResult(claim_id, _printed(claim, claim_id, measure, kb, label), None, "printed estimate and interval")


def two_arms(claim: Finding, kb: KnowledgeBase) -> tuple[int, int] | None:
    """The places of the treatment arm and of the control arm: those of the first contrast, else by what was given."""
    arms = [arm.arm for arm in claim.arms] if isinstance(claim, ResponseRate | Continuous) else []
    for contrast in claim.contrasts:
        if contrast.of in arms and contrast.versus in arms:
            first, second = arms.index(contrast.of), arms.index(contrast.versus)
            return (second, first) if control_side(claim, contrast, kb) == "of" else (first, second)
    if len(arms) < 2:
        return None
    controls = {arm.id for arm in kb.arms(claim) if arm.given and all(is_control(p.term, kb) for p in arm.given)}
    treated = [index for index, arm in enumerate(arms) if arm not in controls]
    against = [index for index, arm in enumerate(arms) if arm in controls]
    if treated and against:
        return treated[0], against[0]
    return (0, 1) if len(arms) == 2 else None


def _table(first: ArmProportion, second: ArmProportion, label: str) -> TwoByTwo | None:
    if None in (first.n_events, first.n, second.n_events, second.n):
        return None
    assert first.n_events is not None and first.n is not None
    assert second.n_events is not None and second.n is not None
    return TwoByTwo(first.n_events, first.n, second.n_events, second.n, label)


def mean_and_sd(arm: ArmContinuous) -> tuple[int, float, float] | None:
    """People, mean and standard deviation of an arm (from a standard error, too); None where one is missing."""
    centre, spread = arm.centre, arm.spread
    if arm.n is None or centre is None or spread is None or spread.value is None or centre.stat == "median":
        return None
    mean, width = centre.value.number, spread.value.number
    if mean is None or width is None or spread.kind not in ("sd", "se"):
        return None
    sd = float(width.value) * (arm.n**0.5 if spread.kind == "se" else 1.0)
    return arm.n, float(mean.value), sd


def _means(first: ArmContinuous, second: ArmContinuous, label: str) -> TwoMeans | None:
    one, two = mean_and_sd(first), mean_and_sd(second)
    return TwoMeans(*one, *two, label) if one and two else None


def _printed(claim: Finding, claim_id: str, measure: Measure, kb: KnowledgeBase, label: str) -> GenericEffect:
    for contrast in claim.contrasts:
        if MEASURES.get(contrast.measure) != measure or contrast.value is None or contrast.interval is None:
            continue
        scale = scale_of(contrast.measure)
        figures = [_number(f) for f in (contrast.value, contrast.interval.low, contrast.interval.high)]
        if scale is None or None in figures:
            continue
        estimate, low, high = (f for f in figures if f is not None)
        if contrast.unit == "%":
            estimate, low, high = estimate / 100, low / 100, high / 100
        level = _number(contrast.interval.level) if contrast.interval.level else 95.0
        effect = GenericEffect.from_interval(estimate, low, high, scale, (level or 95.0) / 100, label)
        if control_side(claim, contrast, kb) == "of":
            effect = GenericEffect(-effect.scaled, effect.se, label)
        return effect
    raise CannotCompute(f"{claim_id}: no counts, no means with spreads and no {measure} with an interval")


def _number(figure: Printed | str) -> float | None:
    number = Printed(figure).number
    return float(number.value) if number is not None else None
