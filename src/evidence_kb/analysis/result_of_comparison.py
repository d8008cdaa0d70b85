"""What a comparison shows, derived from interval, threshold, p and margin: never typed in by anybody."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from evidence_kb.analysis.directions import NOT_ASKED, Side, better_side, control_side
from evidence_kb.analysis.effect_measures import effect_text, null_of
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import PrintedNumber
from evidence_kb.records.base import Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.question import Threshold

Result = Literal[
    "favours-intervention",
    "favours-comparator",
    "difference-direction-unknown",
    "inconclusive",
    "little-or-no-difference",
    "no-difference-detected",
    "non-inferior",
    "equivalent",
    "not-comparative",
    "not-told",
]
WORDS: dict[Result, str] = {
    "favours-intervention": "favours the intervention",
    "favours-comparator": "favours the comparator",
    "difference-direction-unknown": "a difference whose direction cannot be told",
    "inconclusive": "inconclusive",
    "little-or-no-difference": "little or no difference",
    "no-difference-detected": "no difference detected",
    "non-inferior": "not worse than the comparator by more than the margin",
    "equivalent": "equivalent within the margin",
    "not-comparative": "not a comparison between treatments",
    "not-told": "no figure that tells",
}
COMPARATIVE = frozenset({"between-arms", "between-periods"})


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """One contrast of a claim and what it shows.

    `favours` is the name of the side (`of` or `versus`) that does better where the difference is beyond chance,
    `leans` the side with the better estimate whether or not it is; `words` and `because` are ready for a page,
    `figures` is the effect as printed.
    """

    claim: str
    contrast: int
    result: Result
    words: str
    because: str
    figures: str
    favours: str | None = None
    leans: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the figures of one contrast say."""

    excludes_null: bool | None
    because: str


def results(
    claim: Finding, claim_id: str, kb: KnowledgeBase, treatments: frozenset[str] = NOT_ASKED
) -> tuple[ComparisonResult, ...]:
    """The result of every contrast of a claim, in the order of the record."""
    places = range(len(claim.contrasts))
    return tuple(result_of(claim, claim_id, index, kb, treatments=treatments) for index in places)


def result_of(
    claim: Finding,
    claim_id: str,
    index: int,
    kb: KnowledgeBase,
    threshold: Threshold | None = None,
    treatments: frozenset[str] = NOT_ASKED,
) -> ComparisonResult:
    """What one contrast shows; with a threshold, whether the whole interval lies inside it.

    `treatments` are those of the question that asks: the result is told from their side.
    """
    contrast = claim.contrasts[index]
    side = better_side(claim, contrast, kb)
    control = control_side(claim, contrast, kb, treatments)
    result, because = _result(claim, contrast, kb, side, control, threshold)
    names = {"of": contrast.of, "versus": contrast.versus, None: None}
    return ComparisonResult(
        claim=claim_id,
        contrast=index,
        result=result,
        words=WORDS[result],
        because=because,
        figures=effect_text(contrast),
        favours=names[side] if result in ("favours-intervention", "favours-comparator") else None,
        leans=names[side],
    )


def _result(
    claim: Finding,
    contrast: Contrast,
    kb: KnowledgeBase,
    side: Side | None,
    control: Side,
    threshold: Threshold | None,
) -> tuple[Result, str]:
    if contrast.kind not in COMPARATIVE:
        return "not-comparative", "before and after, or groups that nobody assigned"
    margin = _by_margin(claim, contrast, kb)
    if margin is not None:
        return margin
    covered = contrast.p_covers
    if covered is not None and not set(covered) <= {contrast.of, contrast.versus}:
        if contrast.interval is None and contrast.authors_say == "no-difference-detected":
            return "no-difference-detected", "p over all arms; the authors state no difference"
        if contrast.interval is None:
            return "not-comparative", "p is over all arms and not for this pair"
    seen = _by_adjusted_p(claim, contrast) or _excludes_null(contrast)
    inside = inside_threshold(contrast, threshold)
    if inside:
        return "little-or-no-difference", "the whole interval lies inside the threshold"
    if seen.excludes_null:
        if side is None:
            return "difference-direction-unknown", seen.because
        favours: Result = "favours-comparator" if side == control else "favours-intervention"
        return favours, seen.because
    if seen.excludes_null is None:
        return "not-told", seen.because
    if contrast.interval is not None:
        return "inconclusive", seen.because
    return "no-difference-detected", seen.because


def excludes_null(claim: Finding, contrast: Contrast) -> bool:
    """Whether the printed figures of a contrast show a difference beyond chance."""
    return bool((_by_adjusted_p(claim, contrast) or _excludes_null(contrast)).excludes_null)


def _by_adjusted_p(claim: Finding, contrast: Contrast) -> _Seen | None:
    """A p adjusted for several tests decides against an interval that was not adjusted; None where there is none."""
    number = contrast.p.number if contrast.p is not None else None
    if claim.analysis is None or claim.analysis.multiplicity != "adjusted" or number is None:
        return None
    if (
        contrast.interval is None
        or not _excludes_null(contrast).excludes_null
        or _by_p(number).excludes_null is not False
    ):
        return None
    return _Seen(
        False, "p adjusted for several tests is not below 0.05; the unadjusted interval excludes no difference"
    )


def _excludes_null(contrast: Contrast) -> _Seen:
    null = null_of(contrast.measure)
    if contrast.interval is not None and null is not None:
        low, high = contrast.interval.low.number, contrast.interval.high.number
        if low is not None and high is not None:
            if low.value > null or high.value < null:
                return _Seen(True, "the interval excludes no difference")
            return _Seen(False, "the interval includes no difference")
    number = contrast.p.number if contrast.p is not None else None
    if number is not None:
        return _by_p(number)
    if contrast.p_words == "stated-significant":
        return _Seen(True, "stated to be a significant difference; no figure printed")
    if contrast.p_words == "stated-not-significant" or contrast.authors_say == "no-difference-detected":
        return _Seen(False, "stated in words; no figure printed")
    return _Seen(None, "neither an interval nor p was seen")


def _by_p(number: PrintedNumber) -> _Seen:
    alpha = Fraction(5, 100)
    if number.bound in (">", ">="):
        return _Seen(False, "p is not below 0.05") if number.value >= alpha else _Seen(None, "p is printed as a bound")
    if number.bound in ("<", "<=") and number.value > alpha:
        return _Seen(None, "p is printed as a bound above 0.05")
    below = number.value <= alpha if number.bound == "<" else number.value < alpha
    return _Seen(below, "p is below 0.05" if below else "p is not below 0.05")


def inside_threshold(contrast: Contrast, threshold: Threshold | None) -> bool:
    """Whether the whole interval lies inside ± the threshold; a threshold for a ratio counts from 1, both ways."""
    limit = threshold.value.number if threshold is not None and threshold.value is not None else None
    null = null_of(contrast.measure)
    if limit is None or null is None or contrast.interval is None:
        return False
    bounds = band(null, abs(limit.value), threshold.unit if threshold else None, contrast.unit)
    low, high = contrast.interval.low.number, contrast.interval.high.number
    if bounds is None or low is None or high is None:
        return False
    return bounds[0] <= low.value and high.value <= bounds[1]


def band(null: int, limit: Fraction, unit: str | None, of_effect: str | None) -> tuple[Fraction, Fraction] | None:
    """The effects that count as little or none, in the unit of the effect; None where the units do not meet."""
    if null == 1:
        upper = limit if limit > 1 else 1 / limit if limit > 0 else Fraction(1)
        return 1 / upper, upper
    factor = {("1", "%"): Fraction(100), ("%", "1"): Fraction(1, 100)}.get((unit or "", of_effect or ""))
    if factor is None:
        if (unit or "") != (of_effect or ""):
            return None
        factor = Fraction(1)
    return -limit * factor, limit * factor


def _by_margin(claim: Finding, contrast: Contrast, kb: KnowledgeBase) -> tuple[Result, str] | None:
    """Non-inferior or equivalent: only with a margin fixed beforehand and the interval on the right side of it."""
    analysis = claim.analysis
    if analysis is None or analysis.margin is None or not analysis.margin.prespecified:
        return None
    margin = analysis.margin.value.number if analysis.margin.value is not None else None
    null = null_of(contrast.measure)
    if margin is None or null is None or contrast.interval is None:
        return None
    low, high = contrast.interval.low.number, contrast.interval.high.number
    bounds = band(null, abs(margin.value), analysis.margin.unit or contrast.unit, contrast.unit)
    if low is None or high is None or bounds is None:
        return None
    if analysis.framework == "equivalence" and bounds[0] < low.value and high.value < bounds[1]:
        return "equivalent", "the whole interval lies inside the margin fixed beforehand"
    side = better_side(claim, contrast, kb)
    if analysis.framework == "non-inferiority" and side is not None:
        favourable_high = (side == "of") == (contrast.value is not None and _above(contrast, null))
        keeps = low.value > bounds[0] if favourable_high else high.value < bounds[1]
        excludes = low.value > null or high.value < null
        if keeps and not excludes:
            return "non-inferior", "the interval stays on the right side of the margin fixed beforehand"
    return None


def _above(contrast: Contrast, null: int) -> bool:
    number = contrast.value.number if contrast.value is not None else None
    return number is not None and number.value > null
