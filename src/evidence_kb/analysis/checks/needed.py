"""Numbers needed to treat recomputed from counts, percentages or a risk difference in the same claim (A2)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from evidence_kb.analysis.checks.effects import pair_of
from evidence_kb.analysis.checks.figures import hull, points, range_text, span, value_of
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.rounding import ClosedInterval

FORMULA = "NNT = 1 / |RD|, rounded or rounded up"


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """A2 for every number needed of a finding."""
    if not isinstance(claim, Finding):
        return
    for index, contrast in enumerate(claim.contrasts):
        if contrast.measure not in ("nnt", "nnh") or value_of(contrast.value) is None:
            continue
        size = _difference(claim, contrast, index)
        if size is not None:
            yield _item(contrast, index, size)


def _difference(claim: Finding, contrast: Contrast, index: int) -> ClosedInterval | None:
    """The size of the risk difference as a range: from both arms, else as printed for the same pair."""
    if isinstance(claim, ResponseRate):
        pair = pair_of(claim, contrast, index)
        if pair is not None and pair.found:
            sizes = [abs(t.events_1 / t.n_1 - t.events_0 / t.n_0) for t in pair.found]
            return hull(sizes)
        if pair is not None and pair.first.share is not None and pair.second.share is not None:
            return abs(pair.first.share - pair.second.share)
    for other in claim.contrasts:
        same = {other.of, other.versus} == {contrast.of, contrast.versus}
        values = span(other.value)
        if same and other.measure == "risk_difference" and values is not None:
            factor = points(other.unit)
            return ClosedInterval(abs(values).low / int(factor), abs(values).high / int(factor))
    return None


def _item(contrast: Contrast, index: int, size: ClosedInterval) -> Recomputed:
    printed = span(contrast.value)
    assert printed is not None and contrast.value is not None
    most = math.inf if size.low <= 0 else 1 / float(size.low)
    least = math.inf if size.high <= 0 else 1 / float(size.high)
    found = ClosedInterval(least, most)
    up = ClosedInterval(_up(least), _up(most))
    fits = printed.meets(found) or up.contains(value_of(contrast.value) or 0.0)
    return Recomputed(
        "A2",
        ("contrasts", index, "value"),
        f"{contrast.measure.upper()} from the risk difference",
        FORMULA,
        str(contrast.value),
        range_text(found, 1),
        "agrees" if fits else "differs",
        cause="" if fits else "value",
    )


def _up(value: float) -> float:
    return value if math.isinf(value) else float(math.ceil(value))
