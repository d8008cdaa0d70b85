"""Effects from rounded percentages alone: what authors get who compute with the figures that they print."""

from __future__ import annotations

from evidence_kb.analysis.checks.figures import span
from evidence_kb.analysis.checks.tables import Counted
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.rounding import ClosedInterval


def agrees_by_shares(contrast: Contrast, first: Counted, second: Counted, factor: float) -> bool:
    """Whether the printed estimate can follow from the two printed percentages."""
    printed = span(contrast.value)
    if printed is None or first.share is None or second.share is None:
        return False
    one, other = first.share, second.share
    if contrast.counts == "non-event":
        one, other = _rest(one), _rest(other)
    try:
        found = _effect(contrast.measure, one, other)
    except CannotCompute:
        return True  # a share that may be zero allows any ratio
    return ClosedInterval(float(found.low) * factor, float(found.high) * factor).meets(printed)


def _rest(share: ClosedInterval) -> ClosedInterval:
    return ClosedInterval(1 - share.high, 1 - share.low)


def _effect(measure: str, one: ClosedInterval, other: ClosedInterval) -> ClosedInterval:
    if measure == "risk_ratio":
        return one / other
    if measure == "odds_ratio":
        return (one / _rest(one)) / (other / _rest(other))
    return one - other
