"""Printed intervals against themselves and against p: symmetry (S1), p implied (S2), the decision (S3)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_kb.analysis.checks.excuses import of_interval, of_p, source_of
from evidence_kb.analysis.checks.figures import p_value_text, span, value_of
from evidence_kb.analysis.effect_measures import null_of, scale_of
from evidence_kb.analysis.integrity import Recomputed, Verdict
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Scale
from evidence_kb.statistics.p_values import ImpliedP, is_symmetric, p_from_interval
from evidence_kb.statistics.rounding import ClosedInterval, possible_values

FEW = 60
"""People below which the t distribution differs from the normal at the printed precision."""

Decision = bool | None


@dataclass(frozen=True, slots=True)
class Shape:
    """A printed estimate with its limits: the scale, what means no difference, and the level as a share."""

    value: Printed | None
    low: Printed
    high: Printed
    scale: Scale
    null: int
    level: float


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """S1, S2 and S3 for every contrast with an interval."""
    if not isinstance(claim, Finding):
        return
    people = _people(claim, kb)
    for index, contrast in enumerate(claim.contrasts):
        shape = shape_of(contrast)
        if shape is None:
            continue
        symmetric = _symmetry(contrast, shape, index)
        if symmetric is not None:
            yield symmetric
        if contrast.p is not None:
            yield from _p(claim, contrast, shape, index, people.get((contrast.of, contrast.versus)), kb)
        yield from _words(claim, contrast, shape, index)


def shape_of(contrast: Contrast) -> Shape | None:
    """The estimate and limits of a contrast; None where a limit is no plain figure or the measure has no scale."""
    interval, scale, null = contrast.interval, scale_of(contrast.measure), null_of(contrast.measure)
    if interval is None or scale is None or null is None or span(interval.low) is None or span(interval.high) is None:
        return None
    level = value_of(interval.level) if interval.level else 95.0
    if level is None or not 50 <= level < 100 or interval.kind == "prediction":
        return None
    low, high = interval.low.number, interval.high.number
    if low is None or high is None or low.value > high.value or (scale == "log" and low.value < 0):
        return None
    value = contrast.value if span(contrast.value) is not None else None
    return Shape(value, interval.low, interval.high, scale, null, level / 100)


def _symmetry(contrast: Contrast, shape: Shape, index: int) -> Recomputed | None:
    if shape.value is None or of_one_side(contrast):
        return None
    try:
        fits = is_symmetric(shape.value, shape.low, shape.high, shape.scale)
    except CannotCompute:
        return None
    shown = middle_text(shape)
    formula = "exp((ln L + ln U) / 2) = estimate" if shape.scale == "log" else "(L + U) / 2 = estimate"
    return Recomputed(
        "S1",
        ("contrasts", index, "interval"),
        "middle of the interval",
        formula,
        str(shape.value),
        shown,
        "agrees" if fits else "differs",
        excuse=None if fits else of_interval(contrast, index),
        cause="" if fits else "asymmetric",
    )


def of_one_side(contrast: Contrast) -> bool:
    """Whether the interval has one limit only."""
    return contrast.interval is not None and contrast.interval.sides in ("lower", "upper")


def middle_text(shape: Shape) -> str:
    """The middle of the printed limits on the right scale, with one decimal more than the estimate."""
    low, high = value_of(shape.low), value_of(shape.high)
    number = shape.value.number if shape.value is not None else None
    assert low is not None and high is not None and number is not None
    middle = (math.sqrt(low * high) if low > 0 else 0.0) if shape.scale == "log" else (low + high) / 2
    return f"{middle:.{number.decimals + 1}f}".replace("-", "\u2212")


def _people(claim: Finding, kb: KnowledgeBase) -> dict[tuple[str, str], int]:
    """People in each pair of arms, from the claim or else from the study."""
    source = source_of(claim, kb)
    sizes: dict[str, int] = {}
    if source is not None and source.study is not None:
        sizes |= {arm.id: arm.n for arm in source.study.arms if arm.n is not None}
        if len(source.study.arms) == 2 and source.study.n_randomised is not None:
            total = source.study.n_randomised
            first, second = (arm.id for arm in source.study.arms)
            sizes.setdefault(first, total - sizes.get(second, total // 2))
            sizes.setdefault(second, total - sizes[first])
    for arm in getattr(claim, "arms", ()):
        if getattr(arm, "n", None):
            sizes[arm.arm] = arm.n
    pairs = ((contrast.of, contrast.versus) for contrast in claim.contrasts)
    return {(of, versus): sizes[of] + sizes[versus] for of, versus in pairs if of in sizes and versus in sizes}


def implied_p(shape: Shape, people: int | None) -> ImpliedP | None:
    """All p that fit; with fewer than 60 people by z and by t."""
    if shape.value is None:
        return None
    try:
        found = p_from_interval(shape.value, shape.low, shape.high, shape.scale, shape.level)
        if people is not None and 3 < people < FEW:
            small = p_from_interval(shape.value, shape.low, shape.high, shape.scale, shape.level, people - 2)
            method = "z, or t with n − 2 df, from estimate and interval"
            found = replace(found, low=min(found.low, small.low), high=max(found.high, small.high), method=method)
    except CannotCompute:
        return None
    return found


def _p(
    claim: Finding, contrast: Contrast, shape: Shape, index: int, people: int | None, kb: KnowledgeBase
) -> Iterator[Recomputed]:
    assert contrast.p is not None
    path: FieldPath = ("contrasts", index, "p")
    excuse = of_p(claim, contrast, index) or of_interval(contrast, index)
    implied = implied_p(shape, people)
    fits = True
    if implied is not None:
        fits = implied.meets(as_bound(contrast.p))
        yield Recomputed(
            "S2",
            path,
            "p from estimate and interval",
            f"p = 2 (1 − Φ(|estimate| / SE)), SE = (U − L) / (2 z); {implied.method}",
            str(contrast.p),
            _range(implied),
            "agrees" if fits else "differs",
            excuse=None if fits else excuse,
            cause="" if fits else "p",
        )
    decided, p_says = excludes_null(shape), below(contrast.p, 1 - shape.level)
    if decided is None or p_says is None:
        yield _decision(path, contrast.p, decided, "cannot-tell", None)
    else:
        # A pair that fits within rounding is no contradiction, however near the limit lies.
        agrees = decided == p_says or fits
        yield _decision(path, contrast.p, decided, "agrees" if agrees else "differs", None if agrees else excuse)


def as_bound(p: Printed) -> Printed | str:
    """p as it constrains: a printed zero means below one unit of its last place."""
    number = p.number
    if number is not None and number.value == 0 and number.decimals and number.bound == "=":
        return f"<0.{'0' * (number.decimals - 1)}1"
    return p


def _range(implied: ImpliedP) -> str:
    low, high = p_value_text(implied.low), p_value_text(implied.high)
    return low if low == high else f"{low} to {high}"


def _decision(path: FieldPath, p: Printed, decided: Decision, verdict: Verdict, excuse: str | None) -> Recomputed:
    shown = {True: "interval excludes no difference", False: "interval includes no difference", None: "on the edge"}
    return Recomputed(
        "S3",
        path,
        "decision by the interval",
        "the interval excludes no difference exactly where p is below alpha",
        f"p {p}",
        shown[decided],
        verdict,
        excuse=excuse,
        cause="decision" if verdict == "differs" else "",
    )


def excludes_null(shape: Shape) -> Decision:
    """Whether the interval excludes no difference; None where a limit prints as the null."""
    low, high = possible_values(shape.low), possible_values(shape.high)
    if low.low > shape.null or high.high < shape.null:
        return True
    if low.high < shape.null < high.low:
        return False
    return None


def below(p: Printed, alpha: float) -> Decision:
    """Whether p is below alpha; None where the printed figure does not say."""
    number = Printed(as_bound(p)).number
    if number is None:
        return None
    values = possible_values(number)
    low, high = float(values.low), float(values.high)
    if number.bound in ("<", "<="):
        return True if high <= alpha + 1e-12 else None
    if number.bound in (">", ">="):
        return False if low >= alpha - 1e-12 else None
    return True if high < alpha else False if low > alpha else None


def _words(claim: Finding, contrast: Contrast, shape: Shape, index: int) -> Iterator[Recomputed]:
    """What is stated in words against the interval."""
    decided = excludes_null(shape)
    if contrast.p_words is None or decided is None or contrast.p is not None:
        return
    agrees = decided == (contrast.p_words == "stated-significant")
    path: FieldPath = ("contrasts", index, "p_words")
    excuse = of_p(claim, contrast, index) or of_interval(contrast, index)
    item = _decision(path, Printed(contrast.p_words), decided, "agrees" if agrees else "differs", excuse)
    yield replace(item, printed=contrast.p_words.replace("-", " "), excuse=None if agrees else excuse)


def window(values: ClosedInterval) -> str:
    """A range of p as text."""
    low, high = p_value_text(float(values.low)), p_value_text(float(values.high))
    return low if low == high else f"{low} to {high}"
