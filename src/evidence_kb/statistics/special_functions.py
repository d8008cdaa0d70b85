"""Incomplete gamma and beta functions, both tails, close to machine precision."""

from __future__ import annotations

import math

from evidence_kb.statistics.errors import CannotCompute

_EPS = 1e-16
_TINY = 1e-300
_MOST_TERMS = 2_000_000
_STIRLING = (1 / 12, 1 / 360, 1 / 1260, 1 / 1680, 1 / 1188, 691 / 360360)


def stirling_error(n: float) -> float:
    """ln Gamma(n + 1) less Stirling's approximation (Loader 2000, Fast and accurate computation of binomials)."""
    if n < 15.0:
        return math.lgamma(n + 1.0) - (n + 0.5) * math.log(n) + n - 0.5 * math.log(2.0 * math.pi)
    inverse_square = 1.0 / (n * n)
    total = 0.0
    for position in range(len(_STIRLING) - 1, -1, -1):
        sign = -1.0 if position % 2 else 1.0
        total = total * inverse_square + sign * _STIRLING[position]
    return total / n


def deviance(observed: float, expected: float) -> float:
    """observed * ln(observed / expected) + expected - observed, without cancellation (Loader 2000)."""
    gap = observed - expected
    if abs(gap) >= 0.1 * (observed + expected):
        return observed * math.log(observed / expected) + expected - observed
    ratio = gap / (observed + expected)
    total = gap * ratio
    term = 2.0 * observed * ratio
    for j in range(1, 1000):
        term *= ratio * ratio
        following = total + term / (2 * j + 1)
        if following == total:
            break
        total = following
    return total


def gamma_tails(shape: float, x: float) -> tuple[float, float]:
    """P(a, x) and Q(a, x): the regularised lower and upper incomplete gamma functions; `shape` > 0.

    Power series below x = a + 1 and Lentz's continued fraction above it (Abramowitz and Stegun 6.5.29, 6.5.31).
    """
    if x <= 0.0:
        return 0.0, 1.0
    if math.isinf(x):
        return 1.0, 0.0
    exponent = -stirling_error(shape) - deviance(shape, x)
    front = math.exp(exponent) / math.sqrt(2.0 * math.pi * shape) if exponent > -745.0 else 0.0
    if x < shape + 1.0:
        lower = min(1.0, front * _gamma_series(shape, x))
        return lower, 1.0 - lower
    upper = min(1.0, front * shape * _gamma_fraction(shape, x))
    return 1.0 - upper, upper


def _gamma_series(shape: float, x: float) -> float:
    """1 + x/(a+1) + x^2/((a+1)(a+2)) + ..."""
    total = term = 1.0
    for j in range(1, _MOST_TERMS):
        term *= x / (shape + j)
        total += term
        if term < total * _EPS:
            return total
    raise CannotCompute(f"the incomplete gamma function did not converge for shape {shape:g} and x {x:g}")


def _gamma_fraction(shape: float, x: float) -> float:
    """1/(x + 1 - a - 1(1 - a)/(x + 3 - a - ...)), by Lentz's method."""
    b = x + 1.0 - shape
    c = 1.0 / _TINY
    d = 1.0 / (b or _TINY)
    result = d
    for j in range(1, _MOST_TERMS):
        numerator = -j * (j - shape)
        b += 2.0
        d = 1.0 / ((numerator * d + b) or _TINY)
        c = (b + numerator / c) or _TINY
        change = c * d
        result *= change
        if abs(change - 1.0) < 4.0 * _EPS:
            return result
    raise CannotCompute(f"the incomplete gamma function did not converge for shape {shape:g} and x {x:g}")


def beta_tails(a: float, b: float, x: float, y: float) -> tuple[float, float]:
    """I_x(a, b) and 1 - I_x(a, b): the regularised incomplete beta function and its complement; a, b > 0, `y` is 1 - x.

    The continued fraction of Didonato and Morris (1992, ACM Trans Math Softw 18, 360-373), evaluated by Lentz's method;
    `y` is handed in so that nothing is lost where x is near 1.
    """
    if x <= 0.0:
        return 0.0, 1.0
    if y <= 0.0:
        return 1.0, 0.0
    if x > a / (a + b):
        upper, lower = _beta_tails_below_mean(b, a, y, x)
        return lower, upper
    return _beta_tails_below_mean(a, b, x, y)


def _beta_tails_below_mean(a: float, b: float, x: float, y: float) -> tuple[float, float]:
    """As `beta_tails`, for x not above the mean a / (a + b)."""
    n = a + b
    exponent = stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) - deviance(b, n * y)
    if exponent < -745.0:
        return 0.0, 1.0
    front = math.exp(exponent) * math.sqrt(a * b / (2.0 * math.pi * n))
    lower = min(1.0, front * _beta_fraction(a, b, x, y))
    return lower, 1.0 - lower


def _beta_fraction(a: float, b: float, x: float, y: float) -> float:
    """Didonato and Morris (1992), equation 9: I_x(a, b) divided by x^a y^b / B(a, b)."""
    slope = a * y - b * x + 1.0
    beta_term = a / (a + 1.0) * slope
    f = beta_term or _TINY
    c, d = f, 0.0
    for m in range(1, _MOST_TERMS):
        position = a + 2.0 * m
        alpha = (a + m - 1.0) * (a + b + m - 1.0) * m * (b - m) * x * x / (position - 1.0) ** 2
        beta_term = m + m * (b - m) * x / (position - 1.0) + (a + m) / (position + 1.0) * (slope + m * (1.0 + y))
        d = 1.0 / ((beta_term + alpha * d) or _TINY)
        c = (beta_term + alpha / c) or _TINY
        change = c * d
        f *= change
        if abs(change - 1.0) < 4.0 * _EPS:
            return 1.0 / f
    raise CannotCompute(f"the incomplete beta function did not converge for {a:g}, {b:g} at {x:g}")
