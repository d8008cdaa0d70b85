"""Pooling of studies: one entry for every measure and model."""

from __future__ import annotations

import math
from collections.abc import Sequence

from evidence_kb.statistics.continuity import ZeroCells
from evidence_kb.statistics.distributions import (
    critical_t,
    critical_z,
    normal_two_sided_p,
    require_level,
    t_two_sided_p,
)
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure, Scale, from_scale, scale_of
from evidence_kb.statistics.mantel_haenszel import DifferenceVariance
from evidence_kb.statistics.pooled_estimate import PooledEstimate, PooledStudy
from evidence_kb.statistics.pooling_models import Fit, Model, Plan, Test, fit
from evidence_kb.statistics.prediction import PredictionInterval, PredictionMethod, prediction_interval
from evidence_kb.statistics.study_data import Study
from evidence_kb.statistics.study_effects import DoubleZero

_MODELS = {
    "common": "common effect, inverse variance",
    "MH": "common effect, Mantel-Haenszel",
    "Peto": "common effect, Peto",
    "DL": "random effects, DerSimonian-Laird",
    "DL-RevMan": "random effects, DerSimonian-Laird as in Review Manager 5",
    "PM": "random effects, Paule-Mandel",
    "REML": "random effects, REML",
}
_TESTS = {"z": "z", "HK": "t, Hartung-Knapp-Sidik-Jonkman", "HK-adhoc": "t, Hartung-Knapp with q of at least 1"}
_WITH_CELLS = ("OR", "RR", "RD", "PETO", "PLO", "IRR", "IRD")


def pool(
    studies: Sequence[Study],
    measure: Measure,
    model: Model = "DL",
    *,
    test: Test = "z",
    level: float = 0.95,
    zero_cells: ZeroCells | None = None,
    double_zero: DoubleZero | None = None,
    scale: Scale = "identity",
    smd_variance: str = "LS",
    rd_variance: DifferenceVariance = "Sato",
    prediction: PredictionMethod = "HTS",
) -> PooledEstimate:
    """Pool studies by a measure and a model; every convention that was used stands in the result.

    `zero_cells` left out means none for Mantel-Haenszel and Peto, half-where-needed for DL-RevMan and half-where-zero
    for the rest; `double_zero` left out means that tables without events (or with nothing else) are excluded, except
    from an inverse-variance pool of risk differences. `scale` is that of the measure `generic`.
    Raises CannotCompute, with the reason, where there is no right answer.
    """
    require_level(level)
    for name, known in ((model, _MODELS), (test, _TESTS)):
        if name not in known:
            raise CannotCompute(f"{name!r} is none of {', '.join(known)}")
    if model == "Peto" and measure not in ("OR", "PETO"):
        raise CannotCompute(f"Peto's method has no estimate of a measure {measure}")
    plan = Plan(
        measure="PETO" if model == "Peto" else measure,
        model=model,
        test=test,
        level=level,
        zero_cells=zero_cells or _usual_zero_cells(measure, model),
        double_zero=double_zero or ("include" if measure == "RD" and model != "MH" else "exclude"),
        scale=scale if measure == "generic" else scale_of(measure),
        smd_variance=smd_variance,
        rd_variance=rd_variance,
        prediction=prediction,
    )
    return _result(fit(studies, plan), plan)


def _usual_zero_cells(measure: str, model: str) -> ZeroCells:
    if model in ("MH", "Peto") or measure == "PETO" or measure not in _WITH_CELLS:
        return "none"
    return "half-where-needed" if model == "DL-RevMan" else "half-where-zero"


def _result(fitted: Fit, plan: Plan) -> PooledEstimate:
    """The fitted model with interval and test, on both scales."""
    value, se = fitted.mean.value, math.sqrt(fitted.mean.variance)
    quantile = critical_z(plan.level) if fitted.df is None else critical_t(plan.level, fitted.df)
    statistic = value / se
    predicted, notes = _prediction(fitted, plan)
    cells = plan.measure in _WITH_CELLS
    return PooledEstimate(
        measure=plan.measure,
        model=_model_name(plan),
        estimate=from_scale(value, plan.scale),
        low=from_scale(value - quantile * se, plan.scale),
        high=from_scale(value + quantile * se, plan.scale),
        level=plan.level,
        scale=plan.scale,
        scaled=value,
        scaled_low=value - quantile * se,
        scaled_high=value + quantile * se,
        se=se,
        statistic=statistic,
        p=normal_two_sided_p(statistic) if fitted.df is None else t_two_sided_p(statistic, fitted.df),
        test=_TESTS[plan.test],
        df=fitted.df,
        k=fitted.k,
        zero_cells=plan.zero_cells if cells else "not applicable",
        double_zero=plan.double_zero if cells else "not applicable",
        heterogeneity=fitted.heterogeneity,
        prediction=predicted,
        studies=_rows(fitted, plan),
        excluded=fitted.excluded,
        notes=(*fitted.notes, *notes),
    )


def _model_name(plan: Plan) -> str:
    """The model with the variance convention that belongs to it."""
    name = _MODELS[plan.model]
    if plan.model == "MH":
        variance = {"OR": "Robins-Breslow-Greenland", "RR": "Greenland-Robins"}.get(plan.measure, plan.rd_variance)
        return f"{name}, {variance} variance"
    return f"{name}, {plan.smd_variance} variance" if plan.measure == "SMD" else name


def _prediction(fitted: Fit, plan: Plan) -> tuple[PredictionInterval | None, tuple[str, ...]]:
    """The prediction interval of a random-effects model, or the reason why there is none."""
    spread = fitted.heterogeneity
    if spread is None or spread.tau_squared is None:
        return None, ()
    mean = fitted.mean
    try:
        interval = prediction_interval(
            mean.value, mean.variance, spread.tau_squared, fitted.k, plan.scale, plan.level, plan.prediction
        )
    except CannotCompute as refusal:
        return None, (refusal.reason,)
    return interval, ()


def _rows(fitted: Fit, plan: Plan) -> tuple[PooledStudy, ...]:
    """Each study's own effect and Wald limits as they went into the pool."""
    z = critical_z(plan.level)
    rows = []
    for label, effect, share in zip(fitted.studies.labels, fitted.studies.effects, fitted.shares, strict=True):
        se = math.sqrt(effect.variance)
        low, high = effect.value - z * se, effect.value + z * se
        rows.append(
            PooledStudy(
                label=label,
                estimate=from_scale(effect.value, plan.scale),
                low=from_scale(low, plan.scale),
                high=from_scale(high, plan.scale),
                scaled=effect.value,
                se=se,
                share=share,
            )
        )
    return tuple(rows)
