"""The zero of a continuous function between two points of different sign."""

from __future__ import annotations

import math
from collections.abc import Callable

_PRECISION = 4.0 * 2.0**-52
_MOST_STEPS = 400


def find_root(function: Callable[[float], float], low: float, high: float) -> float:
    """The argument between `low` and `high` at which `function` is zero, to machine precision.

    Inverse quadratic interpolation where that is safe, halving elsewhere (Chandrupatla 1997, Advances in Engineering
    Software 28, 145-149). Raises ValueError where the signs at the two ends are equal.
    """
    a, b = low, high
    fa, fb = function(a), function(b)
    if fa == 0.0 or fb == 0.0:
        return a if fa == 0.0 else b
    if not fa * fb < 0.0 and math.copysign(1.0, fa) == math.copysign(1.0, fb):
        raise ValueError(f"no change of sign between {low} and {high}")
    step = 0.5
    for _ in range(_MOST_STEPS):
        x = a + step * (b - a)
        fx = function(x)
        if (fx > 0.0) == (fa > 0.0):
            c, fc = a, fa
        else:
            c, fc, b, fb = b, fb, a, fa
        a, fa = x, fx
        best, f_best = (a, fa) if abs(fa) < abs(fb) else (b, fb)
        if f_best == 0.0:
            return best
        shortest = (_PRECISION * abs(best) + 5e-324) / abs(b - a)
        if shortest > 0.5:
            return best
        step = min(1.0 - shortest, max(shortest, _interpolated_step((a, fa), (b, fb), (c, fc))))
    return best


def _interpolated_step(at_a: tuple[float, float], at_b: tuple[float, float], at_c: tuple[float, float]) -> float:
    """The next step as a share of the way from a to b: by inverse quadratic interpolation, or half."""
    (a, fa), (b, fb), (c, fc) = at_a, at_b, at_c
    if not (math.isfinite(fa) and math.isfinite(fb) and math.isfinite(fc)) or fc in (fa, fb):
        return 0.5
    xi = (a - b) / (c - b)
    phi = (fa - fb) / (fc - fb)
    if phi * phi < xi and (1.0 - phi) ** 2 < 1.0 - xi:
        return fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    return 0.5
