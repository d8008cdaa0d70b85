"""What a figure can be at all: shares, ratios, p and I² in their range, estimates inside their intervals (P4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed, PrintedNumber
from evidence_kb.records.arms import ArmContinuous, ArmTime, Centre, Spread
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.claims.time_to_event import TimeToEvent
from evidence_kb.records.contrast import RATIO_MEASURES, Contrast, Interval
from evidence_kb.records.term import Scale

ENDS = frozenset({"end", "level"})


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """P4 for every figure of a finding."""
    if not isinstance(claim, Finding):
        return
    for index, contrast in enumerate(claim.contrasts):
        yield from _contrast(contrast, ("contrasts", index))
    if isinstance(claim, ResponseRate):
        for index, arm in enumerate(claim.arms):
            yield from _within(arm.percent, ("arms", index, "percent"), "percentage", 0, 100)
            yield from _interval(arm.interval, arm.percent, ("arms", index, "interval"))
    elif isinstance(claim, Continuous):
        for index, mean in enumerate(claim.arms):
            yield from _mean(mean, claim, ("arms", index), kb)
    elif isinstance(claim, TimeToEvent):
        for index, time in enumerate(claim.arms):
            yield from _time(time, ("arms", index))
    elif isinstance(claim, MetaAnalysis):
        yield from _synthesis(claim)


def _contrast(contrast: Contrast, path: FieldPath) -> Iterator[Recomputed]:
    if contrast.measure in RATIO_MEASURES:
        yield from _positive(contrast.value, (*path, "value"), "ratio")
        if contrast.interval is not None:
            yield from _positive(contrast.interval.low, (*path, "interval", "low"), "limit of a ratio", zero=True)
    if contrast.measure == "correlation":
        yield from _within(contrast.value, (*path, "value"), "correlation", -1, 1)
    if contrast.measure == "risk_difference":
        most = 100 if contrast.unit == "%" else 1
        yield from _within(contrast.value, (*path, "value"), "risk difference", -most, most)
    yield from _p(contrast.p, (*path, "p"))
    yield from _interval(contrast.interval, contrast.value, (*path, "interval"))


def _p(p: Printed | None, path: FieldPath) -> Iterator[Recomputed]:
    yield from _within(p, path, "p", 0, 1)
    number = p.number if p is not None else None
    if number is not None and number.value == 0:
        bound = f"<0.{'0' * (number.decimals - 1)}1" if number.decimals else "above 0"
        yield _item(path, "p", "p is never 0", str(p), bound, cause="zero")


def _interval(interval: Interval | None, value: Printed | None, path: FieldPath) -> Iterator[Recomputed]:
    if interval is None or interval.low.number is None or interval.high.number is None:
        return
    low, high = interval.low.number, interval.high.number
    printed = f"{interval.low} to {interval.high}"
    if low.low > high.high or (low.value > high.value):
        yield _item(path, "interval", "lower limit ≤ upper limit", printed, "reversed limits", cause="reversed")
        return
    number = value.number if value is not None else None
    if number is None or number.bound != "=" or interval.kind == "prediction":
        return
    inside = number.high >= low.low and number.low <= high.high
    yield Recomputed(
        "P4",
        path,
        "estimate",
        "lower limit ≤ estimate ≤ upper limit",
        f"{value} ({printed})",
        "inside its interval" if inside else "outside its interval",
        "agrees" if inside else "differs",
        note="" if inside else _with_other_sign(number, low, high),
        cause="" if inside else "outside",
    )


def _with_other_sign(number: PrintedNumber, low: PrintedNumber, high: PrintedNumber) -> str:
    return "with the other sign it would lie inside" if low.value <= -number.value <= high.value else ""


def _mean(arm: ArmContinuous, claim: Continuous, path: FieldPath, kb: KnowledgeBase) -> Iterator[Recomputed]:
    scale = kb.term("scales", claim.scale) if claim.scale else None
    if isinstance(scale, Scale):
        if claim.quantity in ENDS:
            yield from _on_scale(arm.centre, (*path, "centre", "value"), scale)
        elif claim.quantity in ("change", "reduction"):
            yield from _change_on_scale(arm.centre, (*path, "centre", "value"), scale)
        yield from _on_scale(arm.baseline, (*path, "baseline", "value"), scale)
    yield from _spread(arm.spread, arm.centre, (*path, "spread"))
    yield from _spread(arm.baseline_spread, arm.baseline, (*path, "baseline_spread"))


def _on_scale(centre: Centre | None, path: FieldPath, scale: Scale) -> Iterator[Recomputed]:
    low = scale.low.number if scale.low is not None else None
    high = scale.high.number if scale.high is not None else None
    if centre is not None and low is not None and high is not None:
        yield from _within(
            centre.value, path, f"score on the {scale.abbreviation or scale.label}", low.value, high.value
        )


def _change_on_scale(centre: Centre | None, path: FieldPath, scale: Scale) -> Iterator[Recomputed]:
    low = scale.low.number if scale.low is not None else None
    high = scale.high.number if scale.high is not None else None
    if centre is not None and low is not None and high is not None:
        width = high.value - low.value
        yield from _within(centre.value, path, f"change on the {scale.abbreviation or scale.label}", -width, width)


def _spread(spread: Spread | None, centre: Centre | None, path: FieldPath) -> Iterator[Recomputed]:
    if spread is None:
        return
    width = spread.value.number if spread.value is not None else None
    if width is not None and (width.value < 0 or width.high <= 0):
        yield _item((*path, "value"), "spread", "a spread is above 0", str(spread.value), "at or below 0")
    if spread.low is None or spread.high is None or spread.low.number is None or spread.high.number is None:
        return
    low, high = spread.low.number, spread.high.number
    printed = f"{spread.low} to {spread.high}"
    if low.value > high.value:
        yield _item(path, "spread", "lower limit ≤ upper limit", printed, "reversed limits", cause="reversed")
        return
    number = centre.value.number if centre is not None else None
    if number is None or number.bound != "=" or spread.kind not in ("iqr", "range", "interval"):
        return
    size = abs(number.value) if spread.unsigned else number.value
    inside = low.low <= size + number.half and size - number.half <= high.high
    assert centre is not None
    if spread.kind == "iqr" and centre.stat != "median":
        return
    yield Recomputed(
        "P4",
        path,
        centre.stat.replace("not-seen", "centre"),
        "lower limit ≤ centre ≤ upper limit" + (", signs left out as printed" if spread.unsigned else ""),
        f"{centre.value} ({printed})",
        f"{'inside' if inside else 'outside'} its {'quartiles' if spread.kind == 'iqr' else spread.kind}",
        "agrees" if inside else "differs",
        cause="" if inside else "outside",
    )


def _time(arm: ArmTime, path: FieldPath) -> Iterator[Recomputed]:
    yield from _positive(arm.median, (*path, "median"), "time", zero=True)
    yield from _interval(arm.interval, arm.median, (*path, "interval"))


def _synthesis(claim: MetaAnalysis) -> Iterator[Recomputed]:
    spread = claim.heterogeneity
    if spread is not None:
        yield from _within(spread.i2, ("heterogeneity", "i2"), "I²", 0, 100)
        yield from _p(spread.p, ("heterogeneity", "p"))
        yield from _positive(spread.q, ("heterogeneity", "q"), "Q", zero=True)
        yield from _positive(spread.tau2, ("heterogeneity", "tau2"), "τ²", zero=True)


def _within(
    figure: Printed | None, path: FieldPath, what: str, low: int | Fraction, high: int | Fraction
) -> Iterator[Recomputed]:
    number = figure.number if figure is not None else None
    if number is not None and not low <= number.value <= high:
        yield _item(path, what, f"{float(low):g} ≤ {what} ≤ {float(high):g}", str(figure), "outside its range")


def _positive(figure: Printed | None, path: FieldPath, what: str, zero: bool = False) -> Iterator[Recomputed]:
    number = figure.number if figure is not None else None
    # A ratio of 0.00 is one that was rounded; only a figure that cannot round up from above zero is impossible.
    if number is not None and (number.value < 0 or (number.value == 0 and not zero and number.decimals == 0)):
        yield _item(path, what, f"{what} > 0", str(figure), "at or below 0")


def _item(path: FieldPath, what: str, formula: str, printed: str, recomputed: str, cause: str = "range") -> Recomputed:
    return Recomputed("P4", path, what, formula, printed, recomputed, "differs", cause=cause)
