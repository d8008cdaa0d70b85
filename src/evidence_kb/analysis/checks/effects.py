"""Risk ratios, odds ratios and risk differences recomputed from counts or percentages (E1 to E5)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_kb.analysis.checks.candidate_intervals import Candidate, candidates
from evidence_kb.analysis.checks.excuses import adjusted, modelled, not_crude, of_interval
from evidence_kb.analysis.checks.figures import cuts_to, decimals_of, points, text, value_of
from evidence_kb.analysis.checks.shares import agrees_by_shares
from evidence_kb.analysis.checks.tables import Counted, middle, sides, tables
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.study_data import TwoByTwo

LARGE_CHANGE = 0.2
"""The difference of logarithms beyond which adjustment is no explanation any more."""

FORMULAS = {
    "risk_ratio": ("E1", "RR", "RR = (a / n1) / (c / n0)"),
    "odds_ratio": ("E2", "OR", "OR = a d / (b c)"),
    "risk_difference": ("E3", "RD", "RD = a / n1 − c / n0"),
    "percent_difference": ("E3", "RD", "RD = a / n1 − c / n0"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One contrast with all that is known of its two arms."""

    claim: ResponseRate
    contrast: Contrast
    index: int
    first: Counted
    second: Counted
    found: tuple[TwoByTwo, ...]
    without: tuple[TwoByTwo, ...]

    @property
    def only_percentages(self) -> bool:
        """Whether the counts of an arm are known through its percentage alone (E4)."""
        return not (self.first.printed and self.second.printed)


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """E1 to E4 for every contrast whose arms have figures; a hazard ratio cannot be told from counts (E5)."""
    if not isinstance(claim, ResponseRate):
        return
    for index, contrast in enumerate(claim.contrasts):
        pair = pair_of(claim, contrast, index)
        if contrast.measure in FORMULAS and pair is not None:
            yield from _value(pair, kb)
            yield from _interval(pair, kb)
        elif contrast.measure == "hazard_ratio" and contrast.value is not None:
            note = "a hazard ratio does not follow from counts"
            path = ("contrasts", index, "value")
            yield Recomputed("E5", path, "HR", "none", str(contrast.value), "not computed", "cannot-tell", note)


def pair_of(claim: ResponseRate, contrast: Contrast, index: int) -> Pair | None:
    """The contrast with the tables that fit it; people without the event where the source counted those."""
    known = sides(claim, contrast)
    if known is None:
        return None
    first, second = known
    direct, reverse = tables(first, second), tables(first, second, without=True)
    if contrast.counts == "non-event":
        direct, reverse = reverse, direct
    return Pair(claim, contrast, index, first, second, direct, reverse)


def estimate(measure: str, table: TwoByTwo) -> float:
    """The crude effect of a table: a ratio may be 0 or infinite, and is no number where both arms are empty."""
    a, b, c, d = table.cells
    if measure == "risk_ratio":
        return _ratio(a * table.n_0, c * table.n_1)
    if measure == "odds_ratio":
        return _ratio(a * d, b * c)
    return a / table.n_1 - c / table.n_0


def _ratio(numerator: float, denominator: float) -> float:
    if denominator == 0.0:
        return math.nan if numerator == 0.0 else math.inf
    return numerator / denominator


def _fits(measure: str, found: Sequence[TwoByTwo], printed: Printed, factor: float) -> bool:
    return any(_prints(factor * estimate(measure, table), printed) for table in found)


def _prints(value: float, printed: Printed) -> bool:
    return math.isfinite(value) and cuts_to(value, printed)


def _value(pair: Pair, kb: KnowledgeBase) -> Iterator[Recomputed]:
    contrast = pair.contrast
    if contrast.value is None or value_of(contrast.value) is None:
        return
    check, short, formula = FORMULAS[contrast.measure]
    factor = points(contrast.unit) if check == "E3" else 1.0
    path: FieldPath = ("contrasts", pair.index, "value")
    fits = _fits(contrast.measure, pair.found, contrast.value, factor) or agrees_by_shares(
        contrast, pair.first, pair.second, factor
    )
    note = ""
    if not fits and contrast.counts == "not-seen" and _fits(contrast.measure, pair.without, contrast.value, factor):
        fits, note = True, "it fits the people without the event"
    shown = _shown(pair, factor)
    cause = "" if fits else _cause(pair, factor)
    yield Recomputed(
        check="E4" if pair.only_percentages else check,
        path=path,
        what=f"{short} from {'percentages' if pair.only_percentages else 'counts'}",
        formula=formula,
        printed=str(contrast.value),
        recomputed=shown,
        verdict="agrees" if fits else "differs",
        note=note or {"odds-ratio": "the printed figure is the odds ratio of these counts"}.get(cause, ""),
        excuse=None if fits else _excuse(pair, kb, factor, cause),
        cause=cause,
    )


def _shown(pair: Pair, factor: float) -> str:
    """The middle estimate with its Wald interval where the counts allow one."""
    contrast = pair.contrast
    decimals = max(decimals_of(contrast.value), 1 if factor == 100 else 2)
    if not pair.found:
        return "a range from rounded percentages"
    table = middle(pair.found)
    value = estimate(contrast.measure, table)
    if math.isnan(value):
        return "no value"
    first = next(iter(candidates(contrast.measure, table, 0.95)), None)
    interval = ""
    if first is not None:
        interval = f" ({text(factor * first.low, decimals)} to {text(factor * first.high, decimals)})"
    return f"{text(factor * value, decimals)}{interval}"


def _cause(pair: Pair, factor: float) -> str:
    """What a differing estimate looks like: another measure, arms the other way round, non-events, the wrong sign."""
    contrast, printed = pair.contrast, pair.contrast.value
    assert printed is not None
    if contrast.measure == "risk_ratio" and _fits("odds_ratio", pair.found, printed, 1.0):
        return "odds-ratio"
    swapped = tuple(TwoByTwo(t.events_0, t.n_0, t.events_1, t.n_1) for t in pair.found)
    if _fits(contrast.measure, swapped, printed, factor):
        return "swapped"
    return "non-events" if _fits(contrast.measure, pair.without, printed, factor) else "value"


def _excuse(pair: Pair, kb: KnowledgeBase, factor: float, cause: str) -> str | None:
    """A field that explains the difference; adjustment explains none that turns the sign or is larger than 0.2."""
    contrast = pair.contrast
    found = adjusted(contrast, pair.index) or modelled(pair.claim) or not_crude(pair.claim, contrast, kb)
    if found is None or cause == "swapped" or not pair.found:
        return found if cause != "swapped" else None
    crude = estimate(contrast.measure, middle(pair.found))
    printed = value_of(contrast.value)
    if printed is None or math.isnan(crude):
        return found
    if contrast.measure in ("risk_ratio", "odds_ratio"):
        if printed <= 0 or crude <= 0 or math.isinf(crude):
            return found
        gap = abs(math.log(printed) - math.log(crude))
        turned = (printed - 1) * (crude - 1) < 0
    else:
        gap, turned = abs(printed / factor - crude), printed * crude < 0
    return None if turned or gap > LARGE_CHANGE else found


def _interval(pair: Pair, kb: KnowledgeBase) -> Iterator[Recomputed]:
    contrast = pair.contrast
    interval = contrast.interval
    if interval is None or not pair.found or interval.kind == "prediction":
        return
    check, short, formula = FORMULAS[contrast.measure]
    factor = points(contrast.unit) if check == "E3" else 1.0
    level = value_of(interval.level) if interval.level else 95.0
    if level is None or not 50 <= level < 100 or value_of(interval.low) is None or value_of(interval.high) is None:
        return
    excuse = adjusted(contrast, pair.index) or modelled(pair.claim) or not_crude(pair.claim, contrast, kb)
    found = (*pair.found, *pair.without) if contrast.counts == "not-seen" else pair.found
    match = _first_match(contrast, found, level / 100, factor)
    near = next(iter(candidates(contrast.measure, middle(pair.found), level / 100)), None)
    decimals = decimals_of(interval.low, interval.high)
    shown = f"{text(factor * near.low, decimals)} to {text(factor * near.high, decimals)}" if near else "no interval"
    name = match.name if match else near.name if near else "none"
    yield Recomputed(
        check="E4" if pair.only_percentages else check,
        path=("contrasts", pair.index, "interval"),
        what=f"interval of the {short} from {'percentages' if pair.only_percentages else 'counts'}",
        formula=f"{formula}; interval: {name}",
        printed=f"{interval.low} to {interval.high}",
        recomputed=f"{interval.low} to {interval.high}" if match else shown,
        verdict="agrees" if match else "differs" if near else "cannot-tell",
        excuse=None if match else excuse or of_interval(contrast, pair.index),
        cause="" if match else "interval",
    )


def _first_match(contrast: Contrast, found: Sequence[TwoByTwo], level: float, factor: float) -> Candidate | None:
    """The first method by which some table gives both printed limits."""
    interval = contrast.interval
    assert interval is not None
    for table in found:
        for candidate in candidates(contrast.measure, table, level):
            if _prints(factor * candidate.low, interval.low) and _prints(factor * candidate.high, interval.high):
                return candidate
    return None
