"""Fisher's exact test and the conditional odds ratio of a 2x2 table."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from evidence_kb.statistics.distributions import require_level
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import EffectEstimate
from evidence_kb.statistics.root_finding import find_root
from evidence_kb.statistics.study_data import TwoByTwo

_TIE = 1.0 + 1e-7
"""Tables whose probability is equal but for rounding count as equally extreme."""


@dataclass(frozen=True, slots=True)
class _Hypergeometric:
    """The possible events in arm 1 given all margins, with the logarithm of their probability at an odds ratio of 1."""

    first: int
    log_weights: tuple[float, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.log_weights) - 1

    def probabilities(self, log_odds_ratio: float) -> list[float]:
        """The probability of each possible count at the given odds ratio."""
        tilted = [weight + log_odds_ratio * step for step, weight in enumerate(self.log_weights)]
        most = max(tilted)
        raw = [math.exp(value - most) if value - most > -745.0 else 0.0 for value in tilted]
        total = math.fsum(raw)
        return [value / total for value in raw]

    def mean(self, log_odds_ratio: float) -> float:
        """The expected count at the given odds ratio."""
        return self.first + math.fsum(i * p for i, p in enumerate(self.probabilities(log_odds_ratio)))


def fisher(table: TwoByTwo, level: float = 0.95) -> EffectEstimate:
    """The conditional maximum likelihood odds ratio, its exact interval and Fisher's two-sided exact p.

    p sums the probabilities of all tables that are no likelier than the observed one; the limits are those at which one
    tail has half of 1 - level (Fisher 1935; Cornfield 1956). An estimate or a limit may be 0 or infinite. Raises
    CannotCompute for counts that are not whole and for margins that allow one table only.
    """
    require_level(level)
    counts = [round(value) for value in table.cells]
    if any(count != value for count, value in zip(counts, table.cells, strict=True)):
        raise CannotCompute("an exact test needs whole numbers of people")
    a, b, c, d = counts
    distribution = _given_margins(a, b, c, d)
    if len(distribution.log_weights) == 1:
        raise CannotCompute("with the same outcome in everybody there is nothing to test")
    low, high = _limits(distribution, a, (1.0 - level) / 2.0)
    estimate = _conditional_estimate(distribution, a)
    return EffectEstimate(
        measure="OR",
        estimate=estimate,
        low=low,
        high=high,
        level=level,
        scale="log",
        interval_method="exact conditional (Cornfield)",
        scaled=math.log(estimate) if 0.0 < estimate < math.inf else None,
        p=_two_sided_p(distribution, a),
        test_method="Fisher's exact test",
        notes=("the estimate is the conditional maximum likelihood estimate, not ad/bc",),
    )


def _given_margins(a: int, b: int, c: int, d: int) -> _Hypergeometric:
    """Built up by the ratios of neighbours, so that no factorial is ever needed."""
    n1, n0, events = a + b, c + d, a + c
    first, last = max(0, events - n0), min(n1, events)
    log_weights = [0.0]
    for count in range(first, last):
        ratio = (n1 - count) * (events - count) / ((count + 1) * (n0 - events + count + 1))
        log_weights.append(log_weights[-1] + math.log(ratio))
    return _Hypergeometric(first, tuple(log_weights))


def _two_sided_p(distribution: _Hypergeometric, observed: int) -> float:
    probabilities = distribution.probabilities(0.0)
    threshold = probabilities[observed - distribution.first] * _TIE
    return min(1.0, math.fsum(p for p in probabilities if p <= threshold))


def _conditional_estimate(distribution: _Hypergeometric, observed: int) -> float:
    """The odds ratio at which the expected count is the observed one."""
    if observed == distribution.first:
        return 0.0
    if observed == distribution.last:
        return math.inf
    return math.exp(_solve(lambda u: distribution.mean(u) - observed))


def _limits(distribution: _Hypergeometric, observed: int, tail: float) -> tuple[float, float]:
    position = observed - distribution.first

    def above(u: float) -> float:
        return math.log(max(1e-320, math.fsum(distribution.probabilities(u)[position:]))) - math.log(tail)

    def below(u: float) -> float:
        return math.log(tail) - math.log(max(1e-320, math.fsum(distribution.probabilities(u)[: position + 1])))

    low = 0.0 if observed == distribution.first else math.exp(_solve(above))
    high = math.inf if observed == distribution.last else math.exp(_solve(below))
    return low, high


def _solve(function: Callable[[float], float]) -> float:
    """The log odds ratio at which a rising function is zero."""
    reach = 1.0
    while (function(-reach) > 0.0 or function(reach) < 0.0) and reach < 600.0:
        reach *= 2.0
    return find_root(function, -reach, reach)
