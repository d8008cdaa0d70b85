"""The effects of many studies on the scale of analysis, after the conventions for empty cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from evidence_kb.statistics import effect_sizes
from evidence_kb.statistics.continuity import ZeroCells, corrected_all, corrected_arms, corrected_times
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure, ScaledEffect
from evidence_kb.statistics.study_data import GenericEffect, PersonTime, SingleArm, Study, TwoByTwo, TwoMeans

DoubleZero = Literal["exclude", "include"]
"""Whether studies with no event, or nothing but events, in both arms take part (after correction) or are left out."""

_Data = TypeVar("_Data", TwoByTwo, SingleArm, TwoMeans, PersonTime, GenericEffect)
_TABLE_EFFECTS: dict[str, Callable[[TwoByTwo], ScaledEffect]] = {
    "OR": effect_sizes.log_odds_ratio,
    "RR": effect_sizes.log_risk_ratio,
    "RD": effect_sizes.risk_difference,
    "PETO": effect_sizes.log_peto_odds_ratio,
}
_TIME_EFFECTS: dict[str, Callable[[PersonTime], ScaledEffect]] = {
    "IRR": effect_sizes.log_rate_ratio,
    "IRD": effect_sizes.rate_difference,
}
_MEAN_EFFECTS: dict[str, Callable[[TwoMeans], ScaledEffect]] = {
    "MD": effect_sizes.mean_difference,
    "ROM": effect_sizes.log_ratio_of_means,
}


@dataclass(frozen=True, slots=True)
class StudyEffects:
    """Effects of the studies that take part, in their order, with their places among the given studies and labels.

    `excluded` are the labels of those left out.
    """

    effects: tuple[ScaledEffect, ...]
    places: tuple[int, ...]
    labels: tuple[str, ...]
    excluded: tuple[str, ...] = ()


def study_effects(
    studies: Sequence[Study], measure: Measure, zero_cells: ZeroCells, double_zero: DoubleZero, smd_variance: str = "LS"
) -> StudyEffects:
    """The effect of every study by the measure.

    Published estimates (GenericEffect) serve for every measure. Raises CannotCompute where the data of a study are not
    of the kind that the measure needs, and where a study has no effect; the reason names the study.
    """
    if measure in _TABLE_EFFECTS and not any(isinstance(study, GenericEffect) for study in studies):
        return _of_tables(all_of(TwoByTwo, studies, measure), measure, zero_cells, double_zero)
    labels = labels_of(studies)
    effects = _of_other_data(studies, labels, measure, zero_cells, smd_variance)
    return StudyEffects(effects, tuple(range(len(effects))), labels)


def _of_other_data(
    studies: Sequence[Study], labels: tuple[str, ...], measure: str, zero_cells: ZeroCells, smd_variance: str
) -> tuple[ScaledEffect, ...]:
    """The effects of studies that are no 2x2 tables, none of which can be uninformative."""
    if measure == "generic" or any(isinstance(study, GenericEffect) for study in studies):
        return tuple(ScaledEffect(s.scaled, s.se**2) for s in all_of(GenericEffect, studies, measure))
    if measure in _TIME_EFFECTS:
        times = corrected_times(all_of(PersonTime, studies, measure), zero_cells)
        return _each(_TIME_EFFECTS[measure], times, labels)
    if measure == "PLO":
        arms = corrected_arms(all_of(SingleArm, studies, measure), zero_cells)
        return _each(effect_sizes.logit_proportion, arms, labels)
    means = all_of(TwoMeans, studies, measure)
    if measure == "SMD":
        return _each(lambda arms: effect_sizes.hedges_g(arms, smd_variance), means, labels)
    if measure in _MEAN_EFFECTS:
        return _each(_MEAN_EFFECTS[measure], means, labels)
    raise CannotCompute(f"studies cannot be pooled by a measure {measure}")


def labels_of(studies: Sequence[Study]) -> tuple[str, ...]:
    """The studies' labels; a study without one is named by its place, counted from 1."""
    return tuple(study.label or f"study {place}" for place, study in enumerate(studies, start=1))


def all_of(kind: type[_Data], studies: Sequence[Study], measure: str) -> list[_Data]:
    """The studies, all of one kind; CannotCompute where one is not."""
    found: list[_Data] = []
    for label, study in zip(labels_of(studies), studies, strict=True):
        if not isinstance(study, kind):
            raise CannotCompute(f"{label}: a {type(study).__name__} does not go with the other data for {measure}")
        found.append(study)
    return found


def _of_tables(
    tables: Sequence[TwoByTwo], measure: str, zero_cells: ZeroCells, double_zero: DoubleZero
) -> StudyEffects:
    """Uninformative tables are taken out before the correction, as the correction would hide them."""
    labels = labels_of(tables)
    places = tuple(i for i, table in enumerate(tables) if double_zero == "include" or not table.uninformative)
    chosen = corrected_all([tables[i] for i in places], zero_cells, measure)
    names = tuple(labels[i] for i in places)
    excluded = tuple(label for i, label in enumerate(labels) if i not in places)
    return StudyEffects(_each(_TABLE_EFFECTS[measure], chosen, names), places, names, excluded)


def _each(
    effect: Callable[[_Data], ScaledEffect], data: Sequence[_Data], labels: Sequence[str]
) -> tuple[ScaledEffect, ...]:
    """The effect of every study; a refusal names the study."""
    effects = []
    for label, study in zip(labels, data, strict=True):
        try:
            found = effect(study)
        except CannotCompute as refusal:
            raise CannotCompute(f"{label}: {refusal.reason}") from None
        if not found.variance > 0.0:
            raise CannotCompute(f"{label}: the standard error is zero")
        effects.append(found)
    return tuple(effects)
