"""The result of pooling, with every convention behind it."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.statistics.estimates import Measure, Scale
from evidence_kb.statistics.heterogeneity import Heterogeneity
from evidence_kb.statistics.prediction import PredictionInterval


@dataclass(frozen=True, slots=True)
class PooledStudy:
    """One study as it went into the pool: effect and limits on the measure's own scale, and its share of the weight."""

    label: str
    estimate: float
    low: float
    high: float
    scaled: float
    se: float
    share: float


@dataclass(frozen=True, slots=True)
class PooledEstimate:
    """A pooled effect: `estimate`, `low`, `high` on the scale of the measure, `scaled…` and `se` on that of analysis.

    `k` counts the studies that took part, `excluded` names those that could not. `df` is given where the test is by t.
    `heterogeneity` and `prediction` are None where they cannot be told; `notes` say why.
    """

    measure: Measure
    model: str
    estimate: float
    low: float
    high: float
    level: float
    scale: Scale
    scaled: float
    scaled_low: float
    scaled_high: float
    se: float
    statistic: float
    p: float
    test: str
    df: int | None
    k: int
    zero_cells: str
    double_zero: str
    heterogeneity: Heterogeneity | None
    prediction: PredictionInterval | None
    studies: tuple[PooledStudy, ...]
    excluded: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
