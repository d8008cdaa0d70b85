"""Each effect measure of one study as a value and its sampling variance on the scale of analysis."""

from __future__ import annotations

import math

from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import ScaledEffect
from evidence_kb.statistics.study_data import PersonTime, SingleArm, TwoByTwo, TwoMeans


def log_risk_ratio(table: TwoByTwo) -> ScaledEffect:
    """ln RR with variance 1/a - 1/n1 + 1/c - 1/n0 (Katz et al. 1978, Biometrics 34, 469-474)."""
    if table.events_1 == 0.0 or table.events_0 == 0.0:
        raise CannotCompute("an arm without events has no risk ratio; name a convention for empty cells")
    a, b, c, d = table.cells
    return ScaledEffect(math.log(a / table.n_1) - math.log(c / table.n_0), b / (a * table.n_1) + d / (c * table.n_0))


def log_odds_ratio(table: TwoByTwo) -> ScaledEffect:
    """ln OR with variance 1/a + 1/b + 1/c + 1/d (Woolf 1955, Annals of Human Genetics 19, 251-253)."""
    if table.has_zero_cell:
        raise CannotCompute("a table with an empty cell has no odds ratio; name a convention for empty cells")
    a, b, c, d = table.cells
    return ScaledEffect(math.log(a) - math.log(b) - math.log(c) + math.log(d), 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d)


def risk_difference(table: TwoByTwo) -> ScaledEffect:
    """p1 - p0 with Wald's variance p1 q1 / n1 + p0 q0 / n0, which is zero where both arms are all or nothing."""
    a, b, c, d = table.cells
    return ScaledEffect(a / table.n_1 - c / table.n_0, a * b / table.n_1**3 + c * d / table.n_0**3)


def observed_less_expected(table: TwoByTwo) -> tuple[float, float]:
    """O - E in arm 1 and its hypergeometric variance V (Yusuf et al. 1985, Prog Cardiovasc Dis 27, 335-371)."""
    a, b, c, d = table.cells
    total = table.n_1 + table.n_0
    if total <= 1.0:
        raise CannotCompute("Peto's variance needs at least two participants")
    variance = table.n_1 / total * (table.n_0 / total) * (a + c) * (b + d) / (total - 1.0)
    return (a * d - b * c) / total, variance


def log_peto_odds_ratio(table: TwoByTwo) -> ScaledEffect:
    """Peto's one-step ln OR, (O - E) / V, with variance 1 / V (Yusuf et al. 1985)."""
    difference, variance = observed_less_expected(table)
    if not variance > 0.0:
        raise CannotCompute("a table with the same outcome in everybody has no Peto odds ratio")
    return ScaledEffect(difference / variance, 1.0 / variance)


def log_rate_ratio(data: PersonTime) -> ScaledEffect:
    """ln IRR with variance 1/x1 + 1/x0 (Rothman, Greenland and Lash 2008, Modern Epidemiology, chapter 14)."""
    if data.events_1 == 0.0 or data.events_0 == 0.0:
        raise CannotCompute("an arm without events has no rate ratio")
    value = math.log(data.events_1 / data.time_1) - math.log(data.events_0 / data.time_0)
    return ScaledEffect(value, 1.0 / data.events_1 + 1.0 / data.events_0)


def rate_difference(data: PersonTime) -> ScaledEffect:
    """x1/t1 - x0/t0 with variance x1/t1^2 + x0/t0^2 (Rothman, Greenland and Lash 2008, chapter 14)."""
    return ScaledEffect(
        data.events_1 / data.time_1 - data.events_0 / data.time_0,
        data.events_1 / data.time_1**2 + data.events_0 / data.time_0**2,
    )


def mean_difference(arms: TwoMeans) -> ScaledEffect:
    """m1 - m0 with variance sd1^2/n1 + sd0^2/n0, the variances not pooled."""
    return ScaledEffect(arms.mean_1 - arms.mean_0, arms.sd_1**2 / arms.n_1 + arms.sd_0**2 / arms.n_0)


def pooled_sd(arms: TwoMeans) -> float:
    """The standard deviation within arms, weighted by degrees of freedom."""
    squares = (arms.n_1 - 1.0) * arms.sd_1**2 + (arms.n_0 - 1.0) * arms.sd_0**2
    return math.sqrt(squares / (arms.n_1 + arms.n_0 - 2.0))


def small_sample_correction(df: float) -> float:
    """J = Gamma(df/2) / (sqrt(df/2) Gamma((df - 1)/2)), exactly (Hedges 1981, J Educ Stat 6, 107-128)."""
    if not df > 1.0:
        raise CannotCompute("Hedges' correction needs at least two degrees of freedom")
    if df > 1e5:
        # There the usual approximation is off by less than 1e-11, and the difference of the gamma functions by more.
        return 1.0 - 3.0 / (4.0 * df - 1.0)
    return math.exp(math.lgamma(df / 2.0) - math.lgamma((df - 1.0) / 2.0)) / math.sqrt(df / 2.0)


def hedges_g(arms: TwoMeans, variance: str = "LS") -> ScaledEffect:
    """The standardised mean difference with Hedges' exact correction.

    `variance` LS: 1/n1 + 1/n0 + g^2 / (2 (n1 + n0)), the large-sample variance (Hedges 1982).
    RevMan: J = 1 - 3/(4N - 9) and (n1 + n0)/(n1 n0) + g^2 / (2 (N - 3.94)), as Review Manager 5 computes it
    (Deeks and Higgins 2010, Statistical algorithms in Review Manager 5).
    """
    sd = pooled_sd(arms)
    if not sd > 0.0:
        raise CannotCompute("a standardised difference needs a standard deviation above zero")
    d = (arms.mean_1 - arms.mean_0) / sd
    total = arms.n_1 + arms.n_0
    base = 1.0 / arms.n_1 + 1.0 / arms.n_0
    if variance == "LS":
        g = d * small_sample_correction(total - 2.0)
        return ScaledEffect(g, base + g * g / (2.0 * total))
    if variance == "RevMan":
        g = d * (1.0 - 3.0 / (4.0 * total - 9.0))
        return ScaledEffect(g, base + g * g / (2.0 * (total - 3.94)))
    raise CannotCompute(f"there is no variance of the standardised difference named {variance!r}")


def log_ratio_of_means(arms: TwoMeans) -> ScaledEffect:
    """ln(m1/m0) with variance sd1^2/(n1 m1^2) + sd0^2/(n0 m0^2).

    Source: Hedges, Gurevitch and Curtis 1999, Ecology 80, 1150-1156.
    """
    if not arms.mean_1 * arms.mean_0 > 0.0:
        raise CannotCompute("a ratio of means needs two means of the same sign, neither of them zero")
    return ScaledEffect(
        math.log(arms.mean_1 / arms.mean_0),
        (arms.sd_1 / arms.mean_1) ** 2 / arms.n_1 + (arms.sd_0 / arms.mean_0) ** 2 / arms.n_0,
    )


def logit_proportion(arm: SingleArm) -> ScaledEffect:
    """ln(x / (n - x)) with variance 1/x + 1/(n - x)."""
    others = arm.n - arm.events
    if arm.events == 0.0 or others == 0.0:
        raise CannotCompute("a proportion of 0 or 1 has no logit; name a convention for empty cells")
    return ScaledEffect(math.log(arm.events) - math.log(others), 1.0 / arm.events + 1.0 / others)
