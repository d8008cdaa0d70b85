"""Pooling of 2x2 tables by Mantel and Haenszel, and by Peto."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from evidence_kb.statistics.effect_sizes import observed_less_expected
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.inverse_variance import WeightedMean
from evidence_kb.statistics.study_data import TwoByTwo

DifferenceVariance = Literal["Sato", "Greenland-Robins"]


def mantel_haenszel(
    tables: Sequence[TwoByTwo], measure: str, difference_variance: DifferenceVariance = "Sato"
) -> WeightedMean:
    """The pooled ln OR, ln RR or RD with its variance, from the tables as they are.

    Raises CannotCompute where an arm is without events in all studies, and for any other measure.
    """
    if not tables:
        raise CannotCompute("no study is left to pool")
    if measure == "OR":
        return _odds_ratio(tables)
    if measure == "RR":
        return _risk_ratio(tables)
    if measure == "RD":
        return _risk_difference(tables, difference_variance)
    raise CannotCompute(f"the Mantel-Haenszel method has no estimate of a measure {measure}")


def _odds_ratio(tables: Sequence[TwoByTwo]) -> WeightedMean:
    """Variance by Robins, Breslow and Greenland 1986, Biometrics 42, 311-323."""
    r, s, products = [], [], []
    for table in tables:
        a, b, c, d = table.cells
        total = table.n_1 + table.n_0
        r.append(a * d / total)
        s.append(b * c / total)
        concordant, discordant = (a + d) / total, (b + c) / total
        products.append((concordant * r[-1], concordant * s[-1] + discordant * r[-1], discordant * s[-1]))
    sum_r, sum_s = math.fsum(r), math.fsum(s)
    if not (sum_r > 0.0 and sum_s > 0.0):
        raise CannotCompute("no pooled odds ratio: an arm is without events, or without non-events, in all studies")
    first, middle, last = (math.fsum(column) for column in zip(*products, strict=True))
    variance = 0.5 * (first / sum_r**2 + middle / (sum_r * sum_s) + last / sum_s**2)
    return WeightedMean(math.log(sum_r / sum_s), variance, tuple(value / sum_s for value in s))


def _risk_ratio(tables: Sequence[TwoByTwo]) -> WeightedMean:
    """Variance by Greenland and Robins 1985, Biometrics 41, 55-68."""
    r, s, spread = [], [], []
    for table in tables:
        a, c, total = table.events_1, table.events_0, table.n_1 + table.n_0
        r.append(a * table.n_0 / total)
        s.append(c * table.n_1 / total)
        spread.append(table.n_1 / total * (table.n_0 / total) * (a + c) - a / total * c)
    sum_r, sum_s, sum_spread = math.fsum(r), math.fsum(s), math.fsum(spread)
    if not (sum_r > 0.0 and sum_s > 0.0):
        raise CannotCompute("no pooled risk ratio: an arm is without events in all studies")
    if not sum_spread > 0.0:
        raise CannotCompute("no pooled risk ratio: everybody has the event in all studies")
    return WeightedMean(math.log(sum_r / sum_s), sum_spread / (sum_r * sum_s), tuple(value / sum_s for value in s))


def _risk_difference(tables: Sequence[TwoByTwo], difference_variance: DifferenceVariance) -> WeightedMean:
    """Variance by Sato, Greenland and Robins 1989, Biometrics 45, 1323-1324, or by Greenland and Robins 1985."""
    weights = [table.n_1 * table.n_0 / (table.n_1 + table.n_0) for table in tables]
    total_weight = math.fsum(weights)
    value = (
        math.fsum(
            (table.events_1 * table.n_0 - table.events_0 * table.n_1) / (table.n_1 + table.n_0) for table in tables
        )
        / total_weight
    )
    if difference_variance == "Sato":
        spread = value * math.fsum(map(_sato_p, tables)) + math.fsum(map(_sato_q, tables))
    elif difference_variance == "Greenland-Robins":
        spread = math.fsum(map(_greenland_robins, tables))
    else:
        raise CannotCompute(f"there is no variance of a pooled risk difference named {difference_variance!r}")
    return WeightedMean(value, spread / total_weight**2, tuple(weight / total_weight for weight in weights))


def _sato_p(table: TwoByTwo) -> float:
    a, c, n1, n0, total = table.events_1, table.events_0, table.n_1, table.n_0, table.n_1 + table.n_0
    return (n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2.0) / total**2


def _sato_q(table: TwoByTwo) -> float:
    a, b, c, d = table.cells
    return (a * d + b * c) / (2.0 * (table.n_1 + table.n_0))


def _greenland_robins(table: TwoByTwo) -> float:
    a, b, c, d = table.cells
    n1, n0 = table.n_1, table.n_0
    return (a * b * n0**3 + c * d * n1**3) / (n1 * n0 * (n1 + n0) ** 2)


def peto(tables: Sequence[TwoByTwo]) -> tuple[WeightedMean, float, int]:
    """The pooled ln OR sum(O - E) / sum V with variance 1 / sum V, Q, and the number of tables with V above zero.

    Q is sum((O - E)^2 / V) - (sum(O - E))^2 / sum V (Yusuf et al. 1985, Prog Cardiovasc Dis 27, 335-371). Raises
    CannotCompute where everybody has the same outcome in all studies.
    """
    if not tables:
        raise CannotCompute("no study is left to pool")
    parts = [observed_less_expected(table) for table in tables]
    difference = math.fsum(part[0] for part in parts)
    variance = math.fsum(part[1] for part in parts)
    if not variance > 0.0:
        raise CannotCompute("no pooled Peto odds ratio: everybody has the same outcome in all studies")
    telling = [(o_e, v) for o_e, v in parts if v > 0.0]
    centre = difference / variance
    q = math.fsum((o_e - v * centre) ** 2 / v for o_e, v in telling)
    return WeightedMean(centre, 1.0 / variance, tuple(v / variance for _, v in parts)), q, len(telling)
