"""What the authors say against the sign of the figures (A3)."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.checks.figures import span, text
from evidence_kb.analysis.checks.intervals import below, excludes_null, shape_of
from evidence_kb.analysis.checks.tables import counted
from evidence_kb.analysis.directions import sign_of
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.claims.time_to_event import TimeToEvent
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.rounding import ClosedInterval

FALLS = frozenset({"reduction", "percent-reduction"})
SIGNS = {"higher": 1, "lower": -1}
WORDS = {1: "higher", 0: "equal", -1: "lower"}
RATES = frozenset({"hazard_ratio", "rate_ratio", "odds_ratio", "risk_ratio", "risk_difference"})


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """A3 for every contrast for which the authors name a direction, or say that they found none."""
    if not isinstance(claim, Finding):
        return
    for index, contrast in enumerate(claim.contrasts):
        yield from _direction(claim, contrast, index)
        if contrast.authors_say == "no-difference-detected":
            yield from _none_detected(claim, contrast, index)


def _direction(claim: Finding, contrast: Contrast, index: int) -> Iterator[Recomputed]:
    stated = SIGNS.get(contrast.authors_say or "")
    if stated is None or contrast.counts in ("non-event", "not-seen"):
        return
    if isinstance(claim, Continuous) and claim.quantity in FALLS:
        return
    if isinstance(claim, TimeToEvent) and contrast.measure not in RATES:
        return
    path: FieldPath = ("contrasts", index, "authors_say")
    sign = sign_of(contrast)
    if sign is not None:
        yield _item(path, contrast, f"printed {contrast.value}", sign, stated)
    sizes = _arms(claim, contrast)
    if sizes is not None:
        one, other = sizes
        found = 1 if one.low > other.high else -1 if one.high < other.low else 0
        shown = f"{text(_middle(one), 2)} v {text(_middle(other), 2)} in the arms"
        yield _item(path, contrast, shown, found, stated if found else 0)


def _middle(values: ClosedInterval) -> float:
    return (float(values.low) + float(values.high)) / 2


def _item(path: FieldPath, contrast: Contrast, shown: str, sign: int, stated: int) -> Recomputed:
    fits = sign == stated or (sign == 0 and stated == 0)
    return Recomputed(
        "A3",
        path,
        f"{contrast.of} against {contrast.versus}",
        "the sign of the figures agrees with the authors' words",
        str(contrast.authors_say),
        f"{WORDS[sign]} ({shown})",
        "agrees" if fits else "differs",
        cause="" if fits else "direction",
    )


def _arms(claim: Finding, contrast: Contrast) -> tuple[ClosedInterval, ClosedInterval] | None:
    """The figures of both arms as ranges: shares with the event, or means."""
    if isinstance(claim, ResponseRate):
        shares = {arm.arm: _share(claim, arm.arm) for arm in claim.arms}
        return _both(shares, contrast)
    if isinstance(claim, Continuous):
        means = {arm.arm: span(arm.centre.value) if arm.centre is not None else None for arm in claim.arms}
        return _both(means, contrast)
    return None


def _both(values: dict[str, ClosedInterval | None], contrast: Contrast) -> tuple[ClosedInterval, ClosedInterval] | None:
    one, other = values.get(contrast.of), values.get(contrast.versus)
    return (one, other) if one is not None and other is not None and contrast.of != contrast.versus else None


def _share(claim: ResponseRate, arm: str) -> ClosedInterval | None:
    found = next(counted(one) for one in claim.arms if one.arm == arm)
    if found.n and found.printed:
        share = 100 * found.counts[0] / found.n
        return ClosedInterval(share, share)
    return ClosedInterval(100 * found.share.low, 100 * found.share.high) if found.share is not None else None


def _none_detected(claim: Finding, contrast: Contrast, index: int) -> Iterator[Recomputed]:
    """`No difference detected` beside an interval that excludes no difference, or a p below 0.05."""
    shape = shape_of(contrast)
    decided = excludes_null(shape) if shape is not None else None
    if decided is None and contrast.p is not None:
        decided = below(contrast.p, 0.05)
    if decided is None:
        return
    severe = claim.analysis.multiplicity if claim.analysis else None
    excuse = f"analysis.multiplicity: {severe}" if severe in ("adjusted", "hierarchical") else None
    yield Recomputed(
        "S3",
        ("contrasts", index, "authors_say"),
        "decision by the figures",
        "no difference was detected where the interval includes it or p is not below 0.05",
        "no difference detected",
        "a difference" if decided else "no difference",
        "differs" if decided else "agrees",
        excuse=excuse if decided else None,
        cause="words" if decided else "",
    )
