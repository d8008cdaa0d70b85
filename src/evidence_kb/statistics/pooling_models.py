"""The models of pooling: common effect, Mantel-Haenszel, Peto and random effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from evidence_kb.statistics import between_study_variance, heterogeneity
from evidence_kb.statistics.continuity import ZeroCells, corrected_all
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure, Scale, ScaledEffect
from evidence_kb.statistics.heterogeneity import Heterogeneity
from evidence_kb.statistics.inverse_variance import WeightedMean, q_statistic, weighted_mean
from evidence_kb.statistics.mantel_haenszel import DifferenceVariance, mantel_haenszel, peto
from evidence_kb.statistics.prediction import PredictionMethod
from evidence_kb.statistics.study_data import Study, TwoByTwo
from evidence_kb.statistics.study_effects import DoubleZero, StudyEffects, all_of, labels_of, study_effects

Model = Literal["common", "MH", "Peto", "DL", "DL-RevMan", "PM", "REML"]
Test = Literal["z", "HK", "HK-adhoc"]

_TAU_METHODS = {
    "DL": "DerSimonian-Laird",
    "DL-RevMan": "DerSimonian-Laird, Q about the Mantel-Haenszel estimate",
    "PM": "Paule-Mandel",
    "REML": "restricted maximum likelihood",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is decided before studies are pooled."""

    measure: Measure
    model: Model
    test: Test
    level: float
    zero_cells: ZeroCells
    double_zero: DoubleZero
    scale: Scale
    smd_variance: str
    rd_variance: DifferenceVariance
    prediction: PredictionMethod

    @property
    def is_random(self) -> bool:
        """Whether the model has a variance between studies."""
        return self.model in _TAU_METHODS


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model on the scale of analysis; `shares` are those of `studies`, `df` is given for a test by t."""

    mean: WeightedMean
    studies: StudyEffects
    shares: tuple[float, ...]
    k: int
    excluded: tuple[str, ...]
    heterogeneity: Heterogeneity | None
    df: int | None = None
    notes: tuple[str, ...] = ()


def fit(studies: Sequence[Study], plan: Plan) -> Fit:
    """Fit the planned model; CannotCompute where it has no answer for these studies."""
    if not studies:
        raise CannotCompute("there is no study to pool")
    if plan.test != "z" and not plan.is_random:
        raise CannotCompute(f"the Hartung-Knapp test belongs to random-effects models, not to {plan.model}")
    if plan.model == "MH":
        return _mantel_haenszel(all_of(TwoByTwo, studies, plan.measure), plan)
    if plan.model == "Peto":
        return _peto(all_of(TwoByTwo, studies, plan.measure), plan)
    found = study_effects(studies, plan.measure, plan.zero_cells, plan.double_zero, plan.smd_variance)
    if not found.effects:
        raise CannotCompute("no study is left to pool: none tells anything about the effect")
    if plan.model == "common":
        mean = weighted_mean(found.effects)
        spread = _spread_about(found.effects, mean.value, "the inverse-variance mean")
        return Fit(mean, found, mean.shares, len(found.effects), found.excluded, spread, notes=_few(found))
    return _random_effects(studies, found, plan)


def _spread_about(effects: Sequence[ScaledEffect], centre: float, name: str) -> Heterogeneity | None:
    """Q about a pooled value, where there are at least two studies."""
    if len(effects) < 2:
        return None
    return heterogeneity.from_q(q_statistic(effects, about=centre), len(effects) - 1, name)


def _few(found: StudyEffects) -> tuple[str, ...]:
    return ("heterogeneity cannot be told from one study",) if len(found.effects) == 1 else ()


def _tables_to_pool(tables: Sequence[TwoByTwo], plan: Plan) -> tuple[list[TwoByTwo], list[int]]:
    """The corrected tables and their places; tables that tell nothing are not corrected into telling something."""
    take_all = plan.zero_cells == "none" or plan.measure == "RD" or plan.double_zero == "include"
    places = [i for i, table in enumerate(tables) if take_all or not table.uninformative]
    return corrected_all([tables[i] for i in places], plan.zero_cells, plan.measure), places


def _mantel_haenszel(tables: Sequence[TwoByTwo], plan: Plan) -> Fit:
    """Mantel-Haenszel; Q from inverse-variance weights about its estimate, with 0.5 in tables with an empty cell."""
    chosen, places = _tables_to_pool(tables, plan)
    mean = mantel_haenszel(chosen, plan.measure, plan.rd_variance)
    if not mean.variance > 0.0:
        raise CannotCompute("the standard error of the pooled estimate is zero")
    of_studies: ZeroCells = "half-where-zero" if plan.zero_cells == "none" else plan.zero_cells
    found = study_effects(tables, plan.measure, of_studies, plan.double_zero)
    share_at = dict(zip(places, mean.shares, strict=True))
    silent = _silent(tables, plan.measure)
    taking_part = [i for i in places if i not in silent]
    labels = labels_of(tables)
    notes = [*_few(found)]
    if plan.zero_cells == "none" and any(table.has_zero_cell for table in tables):
        notes.append("the pool itself is not corrected; 0.5 in tables with an empty cell serves their rows and Q")
    return Fit(
        mean=mean,
        studies=found,
        shares=tuple(share_at.get(place, 0.0) for place in found.places),
        k=len(taking_part),
        excluded=tuple(label for i, label in enumerate(labels) if i not in taking_part),
        heterogeneity=_spread_about(found.effects, mean.value, "the Mantel-Haenszel estimate"),
        notes=tuple(notes),
    )


def _silent(tables: Sequence[TwoByTwo], measure: str) -> set[int]:
    """The places of tables that add nothing to a Mantel-Haenszel estimate."""
    if measure == "RD":
        return set()
    return {i for i, table in enumerate(tables) if (table.uninformative if measure == "OR" else table.without_events)}


def _peto(tables: Sequence[TwoByTwo], plan: Plan) -> Fit:
    chosen, places = _tables_to_pool(tables, plan)
    mean, q, telling = peto(chosen)
    found = study_effects(tables, "PETO", plan.zero_cells, "exclude")
    share_at = dict(zip(places, mean.shares, strict=True))
    return Fit(
        mean=mean,
        studies=found,
        shares=tuple(share_at.get(place, 0.0) for place in found.places),
        k=telling,
        excluded=found.excluded,
        heterogeneity=heterogeneity.from_q(q, telling - 1, "Peto's estimate") if telling > 1 else None,
        notes=_few(found),
    )


def _random_effects(studies: Sequence[Study], found: StudyEffects, plan: Plan) -> Fit:
    effects, k = found.effects, len(found.effects)
    if k == 1:
        return _one_study(found, plan)
    about = _centre_of_q(studies, plan)
    tau_squared = _tau_squared(effects, plan.model, about)
    mean = weighted_mean(effects, tau_squared)
    q_about = "the inverse-variance mean" if about is None else "the Mantel-Haenszel estimate"
    result = Fit(
        mean=mean,
        studies=found,
        shares=mean.shares,
        k=k,
        excluded=found.excluded,
        heterogeneity=heterogeneity.with_tau(
            effects, q_statistic(effects, about=about), q_about, tau_squared, _TAU_METHODS[plan.model], plan.level
        ),
    )
    return result if plan.test == "z" else _hartung_knapp(result, tau_squared, plan.test)


def _one_study(found: StudyEffects, plan: Plan) -> Fit:
    """A single study stands for itself: there is nothing to estimate tau^2 from."""
    if plan.test != "z":
        raise CannotCompute("the Hartung-Knapp test needs at least two studies")
    mean = weighted_mean(found.effects)
    note = "one study: its own estimate, no variance between studies can be told"
    return Fit(mean, found, mean.shares, 1, found.excluded, None, notes=(note,))


def _centre_of_q(studies: Sequence[Study], plan: Plan) -> float | None:
    """The Mantel-Haenszel estimate for Review Manager's DerSimonian-Laird, nothing for the other models."""
    if plan.model != "DL-RevMan":
        return None
    chosen, _ = _tables_to_pool(all_of(TwoByTwo, studies, plan.measure), plan)
    return mantel_haenszel(chosen, plan.measure, plan.rd_variance).value


def _tau_squared(effects: Sequence[ScaledEffect], model: str, about: float | None) -> float:
    if model == "PM":
        return between_study_variance.paule_mandel(effects)
    if model == "REML":
        return between_study_variance.restricted_maximum_likelihood(effects)
    return between_study_variance.dersimonian_laird(effects, about)


def _hartung_knapp(result: Fit, tau_squared: float, test: Test) -> Fit:
    """The variance times q = Q(tau^2) / (k - 1), and t with k - 1 degrees of freedom; `HK-adhoc` holds q at 1 or above.

    Sources: Hartung and Knapp 2001, Stat Med 20, 3875-3889; Sidik and Jonkman 2002, Stat Med 21, 3153-3159; Knapp and
    Hartung 2003, Stat Med 22, 2693-2710 (the ad hoc variant).
    """
    df = result.k - 1
    q = q_statistic(result.studies.effects, tau_squared) / df
    if test == "HK-adhoc":
        q = max(1.0, q)
    elif len({effect.value for effect in result.studies.effects}) == 1:
        raise CannotCompute("the Hartung-Knapp standard error is zero: all studies have the same estimate")
    mean = replace(result.mean, variance=result.mean.variance * q)
    return replace(result, mean=mean, df=df, notes=(*result.notes, f"Hartung-Knapp factor q = {q:.6g}"))
