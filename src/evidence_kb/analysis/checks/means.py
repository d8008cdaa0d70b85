"""Differences of means recomputed from the arms (E6), and means that whole scores can give (S5)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from evidence_kb.analysis.checks.excuses import adjusted, modelled, not_crude, of_interval
from evidence_kb.analysis.checks.figures import decimals_of, points, range_text, span, text, value_of
from evidence_kb.analysis.checks.mean_tests import Spreads, spreads_of, standard_errors, widest_quantile
from evidence_kb.analysis.integrity import Recomputed, Verdict
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.arms import ArmContinuous
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.term import Scale
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.grim import feasible_sums
from evidence_kb.statistics.rounding import ClosedInterval

RELATIVE = frozenset({"percent_difference", "difference_in_percent_change"})
FALLS = frozenset({"reduction", "percent-reduction"})
AFTER = frozenset({"after", "end", "post", "final", "follow-up"})
BEFORE = frozenset({"before", "baseline", "pre", "start"})


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """E6 for contrasts between arms and from before to after, S5 for means of whole scores."""
    if not isinstance(claim, Continuous):
        return
    for index, contrast in enumerate(claim.contrasts):
        yield from _contrast(claim, contrast, index, kb)
    yield from _whole_scores(claim, kb)
    yield from _change_from_baseline(claim)


def _contrast(claim: Continuous, contrast: Contrast, index: int, kb: KnowledgeBase) -> Iterator[Recomputed]:
    arms = {arm.arm: arm for arm in claim.arms}
    first, second = arms.get(contrast.of), arms.get(contrast.versus)
    if first is not None and second is not None:
        yield from _between(claim, contrast, index, first, second, kb)
    elif contrast.kind == "within-arm" and len(claim.arms) == 1:
        yield from _within(claim, contrast, index, claim.arms[0])


def _between(
    claim: Continuous, contrast: Contrast, index: int, first: ArmContinuous, second: ArmContinuous, kb: KnowledgeBase
) -> Iterator[Recomputed]:
    one, other = _centre(first), _centre(second)
    if one is None or other is None or contrast.measure not in _EFFECTS:
        return
    path: FieldPath = ("contrasts", index, "value")
    excuse = adjusted(contrast, index) or modelled(claim) or not_crude(claim, contrast, kb)
    if contrast.value is not None and value_of(contrast.value) is not None:
        yield from _value(claim, contrast, path, (one, other), excuse)
    spreads = spreads_of(first, second)
    if contrast.measure == "mean_difference" and spreads is not None:
        yield from _interval(contrast, index, one - other, spreads, excuse)


def _centre(arm: ArmContinuous) -> ClosedInterval | None:
    return span(arm.centre.value) if arm.centre is not None and arm.result not in ("not-seen", "not-reported") else None


def _ratio(one: ClosedInterval, other: ClosedInterval) -> ClosedInterval:
    return one / other


def _difference(one: ClosedInterval, other: ClosedInterval) -> ClosedInterval:
    return one - other


_EFFECTS = {
    "mean_difference": (_difference, "MD", "m1 − m0"),
    "difference_in_percent_change": (_difference, "difference of percentage changes", "m1 − m0"),
    "percent_difference": (_difference, "difference in percent", "m1 − m0"),
    "ratio_of_means": (_ratio, "ratio of means", "m1 / m0"),
    "median_difference": (_difference, "difference of medians", "median 1 − median 0"),
}


def _value(
    claim: Continuous,
    contrast: Contrast,
    path: FieldPath,
    centres: tuple[ClosedInterval, ClosedInterval],
    excuse: str | None,
) -> Iterator[Recomputed]:
    compute, what, formula = _EFFECTS[contrast.measure]
    printed = span(contrast.value)
    try:
        found = compute(*centres)
    except CannotCompute:
        return
    assert printed is not None and contrast.value is not None
    fits = printed.meets(found)
    note, cause = "", "" if fits else "value"
    if not fits and printed.meets(-found):
        # A fall is printed with and without its sign; then only the authors' words can show an error.
        fits, cause = (True, "") if claim.quantity in FALLS else (False, "swapped")
        note = "the sign is that of the change" if fits else "the sign is the other way round"
    verdict: Verdict = "agrees" if fits else "differs"
    if not fits and contrast.measure == "median_difference":
        verdict, note = "cannot-tell", "a median of differences need not be the difference of medians"
    shown = range_text(found, decimals_of(contrast.value))
    yield Recomputed(
        "E6",
        path,
        f"{what} from the arms",
        formula,
        str(contrast.value),
        shown,
        verdict,
        note,
        None if cause == "swapped" else excuse,
        cause,
    )


def _interval(
    contrast: Contrast, index: int, found: ClosedInterval, spreads: Spreads, excuse: str | None
) -> Iterator[Recomputed]:
    """Limits from standard deviations, by z, Welch or a pooled variance, as wide as rounding allows."""
    interval = contrast.interval
    low, high = (span(interval.low), span(interval.high)) if interval is not None else (None, None)
    level = value_of(interval.level) if interval is not None and interval.level else 95.0
    if interval is None or low is None or high is None or level is None or not 50 <= level < 100:
        return
    fits, shown = False, ""
    printed = span(contrast.value)
    centre = (
        found
        if printed is None or not printed.meets(found)
        else ClosedInterval(max(printed.low, found.low), min(printed.high, found.high))
    )
    for se in standard_errors(spreads):
        least, most = widest_quantile(spreads, level / 100)
        reach = ClosedInterval(least * float(se.low), most * float(se.high))
        lower, upper = centre - reach, centre + reach
        fits = fits or (lower.meets(low) and upper.meets(high)) or ((-upper).meets(low) and (-lower).meets(high))
        middle = (float(centre.low) + float(centre.high)) / 2
        width = (float(reach.low) + float(reach.high)) / 2
        decimals = decimals_of(interval.low, interval.high)
        shown = shown or f"{text(middle - width, decimals)} to {text(middle + width, decimals)}"
    yield Recomputed(
        "E6",
        ("contrasts", index, "interval"),
        "interval of the MD from the spreads",
        "(m1 − m0) ± quantile × SE; z, Welch's t or t with a pooled variance",
        f"{interval.low} to {interval.high}",
        shown,
        "agrees" if fits else "differs",
        excuse=None if fits else excuse or of_interval(contrast, index),
        cause="" if fits else "interval",
    )


def _within(claim: Continuous, contrast: Contrast, index: int, arm: ArmContinuous) -> Iterator[Recomputed]:
    """Before and after in one arm: the difference, or the change in percent of the start."""
    before = span(arm.baseline.value) if arm.baseline is not None else None
    after = _centre(arm)
    if before is None or after is None or contrast.value is None or claim.quantity not in ("end", "level"):
        return
    if contrast.versus in AFTER or contrast.of in BEFORE:
        before, after = after, before
    found = _relative(before, after) if contrast.measure in RELATIVE or _is_percent(contrast) else after - before
    printed = span(contrast.value)
    if printed is None or contrast.measure not in _EFFECTS:
        return
    fits = printed.meets(found) or printed.meets(-found)
    yield Recomputed(
        "E6",
        ("contrasts", index, "value"),
        "change from before to after",
        "100 × (after − before) / before"
        if contrast.measure in RELATIVE or _is_percent(contrast)
        else "after − before",
        str(contrast.value),
        range_text(found, decimals_of(contrast.value)),
        "agrees" if fits else "differs",
        cause="" if fits else "value",
    )


def _is_percent(contrast: Contrast) -> bool:
    return contrast.measure == "mean_difference" and points(contrast.unit) == 100


def _relative(before: ClosedInterval, after: ClosedInterval) -> ClosedInterval:
    if before.low <= 0:
        return ClosedInterval(-math.inf, math.inf)
    return ClosedInterval(
        100 * (float(after.low) / float(before.low if after.low < 0 else before.high) - 1),
        100 * (float(after.high) / float(before.high if after.high < 0 else before.low) - 1),
    )


def _change_from_baseline(claim: Continuous) -> Iterator[Recomputed]:
    """A mean change larger than the mean at the start, where the scale cannot go below zero."""
    if claim.quantity not in ("reduction", "percent-reduction"):
        return
    for index, arm in enumerate(claim.arms):
        fall, start = _centre(arm), span(arm.baseline.value) if arm.baseline is not None else None
        most = ClosedInterval(100, 100) if claim.quantity == "percent-reduction" else start
        if fall is None or most is None or arm.centre is None:
            continue
        fits = fall.low <= most.high
        yield Recomputed(
            "E6",
            ("arms", index, "centre", "value"),
            "fall against what there was",
            "fall ≤ start",
            str(arm.centre.value),
            f"at most {float(most.high):g}",
            "agrees" if fits else "differs",
            cause="" if fits else "value",
        )


def _whole_scores(claim: Continuous, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """S5: a mean of whole scores times the people is whole; only where the printed digits can tell."""
    scale = kb.term("scales", claim.scale) if claim.scale else None
    if not isinstance(scale, Scale) or not claim.scale or not claim.scale.startswith("nrs"):
        return
    for index, arm in enumerate(claim.arms):
        for name in ("baseline", "centre"):
            centre = getattr(arm, name)
            if centre is None or centre.stat != "mean" or not arm.n or span(centre.value) is None:
                continue
            if name == "centre" and claim.quantity not in ("end", "change", "reduction", "level"):
                continue
            found = feasible_sums(centre.value, arm.n)
            if not found.informative:
                continue
            note = "" if found.possible else "whole scores cannot give this mean; half points could"
            yield Recomputed(
                "S5",
                ("arms", index, name, "value"),
                f"mean of {arm.n} whole scores",
                "sums s with s / n that rounds to the printed mean (GRIM)",
                str(centre.value),
                f"{found.counts[0]} / {arm.n}" if found.possible else "no sum",
                "agrees" if found.possible else "differs",
                note,
                modelled(claim),
                "" if found.possible else "grim",
            )
