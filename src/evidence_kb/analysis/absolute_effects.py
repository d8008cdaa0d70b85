"""Absolute effects per 1,000 people, only where the evidence allows them: see `eligible` for the conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_kb.analysis.directions import control_side
from evidence_kb.analysis.effect_measures import shown
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.contrast import DIFFERENCE_MEASURES, Contrast
from evidence_kb.records.question import BodyClaim, Question, QuestionOutcome
from evidence_kb.records.source import Source
from evidence_kb.records.term import Outcome

PER = 1000
RANDOMISED = frozenset({"randomised", "quasi-randomised"})


@dataclass(frozen=True, slots=True)
class AbsoluteEffect:
    """People with the outcome per 1,000; `baseline` and `with_intervention` are None for a risk difference alone.

    Numbers are unrounded; the texts are rounded to whole people. `difference` is with the intervention less without.
    The limits transform those of the relative effect; the uncertainty of the baseline is not in them.
    """

    difference: float
    difference_low: float
    difference_high: float
    difference_text: str
    baseline: float | None
    with_intervention: float | None
    with_low: float | None
    with_high: float | None
    baseline_text: str
    with_text: str
    formula: str
    baseline_source: str
    per: int = PER


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no absolute effect is shown, in words for a page."""

    reason: str


def absolute_effect(
    question: Question, row: QuestionOutcome, claim: Finding, contrast: Contrast, kb: KnowledgeBase
) -> AbsoluteEffect | Refused:
    """The absolute effect of one row, or the reason why there is none."""
    reason = not_eligible(question, row, claim, contrast, kb)
    if reason:
        return Refused(reason)
    risk = baseline_risk(row)
    if risk is None and contrast.measure != "risk_difference":
        return Refused("no risk without the intervention is cited")
    if row.baseline is not None and row.baseline.claim is None and not row.baseline.why:
        return Refused("the risk without the intervention has no source")
    asked = frozenset(question.pico.intervention)
    values = _figures(contrast, turned=control_side(claim, contrast, kb, asked) == "of")
    if values is None:
        return Refused("the estimate or its interval is no number")
    return _computed(values, contrast, risk, row)


def not_eligible(
    question: Question, row: QuestionOutcome, claim: Finding, contrast: Contrast, kb: KnowledgeBase
) -> str:
    """Why a comparison may carry no absolute effect (contract, section 3); empty where it may."""
    term = kb.term("outcomes", row.outcome)
    if not isinstance(term, Outcome) or term.kind != "dichotomous":
        return "the outcome is not one that people have or have not"
    if contrast.kind not in ("between-arms", "between-periods"):
        return "the figure is not a comparison between treatments"
    if contrast.value is None or contrast.interval is None:
        return "the estimate or its interval was not seen"
    if contrast.counts == "not-seen" or contrast.counts is None:
        return "whether events or their absence were counted was not seen"
    if contrast.measure not in FORMULAS:
        return "no absolute effect follows from this measure"
    if not randomised(claim, kb):
        return "the people were not assigned at random"
    if not comparator_fits(question, row, claim, kb):
        return "the comparator differs from the question's, and the row does not say so"
    return ""


def randomised(claim: Finding, kb: KnowledgeBase) -> bool:
    """Whether the study behind a claim assigned at random; a review counts where its designs say so."""
    source = kb.sources.get(claim.citation.source)
    if source is None:
        return False
    record: Source = source.record
    if record.study is not None:
        return record.study.assignment in RANDOMISED
    designs = set(claim.designs) if isinstance(claim, MetaAnalysis) else set()
    return bool(designs) and designs <= {"randomized-controlled-trial"}


def comparators(claim: Finding, kb: KnowledgeBase) -> frozenset[str]:
    """What the claim compares with: named by a review, or given in the arms on the far side of its contrasts."""
    if isinstance(claim, MetaAnalysis):
        return frozenset(claim.comparator)
    far = {contrast.versus for contrast in claim.contrasts}
    return frozenset(part.term for arm in kb.arms(claim) if arm.id in far for part in arm.given)


def comparator_fits(question: Question, row: QuestionOutcome, claim: Finding, kb: KnowledgeBase) -> bool:
    """Whether a side of the comparison is (or is narrower than) the question's, or the link says that it differs."""
    link = link_of(row, claim, kb)
    if link is not None and link.directness == "indirect" and "comparator" in (link.indirect_because or ()):
        return True
    allowed = frozenset(question.pico.comparator)
    if isinstance(claim, MetaAnalysis):
        return bool(claim.comparator) and all(_under(term, allowed, kb) for term in claim.comparator)
    sides = {name for contrast in claim.contrasts for name in (contrast.of, contrast.versus)}
    arms = [arm for arm in kb.arms(claim) if not sides or arm.id in sides]
    return any(_arm_fits(tuple(part.term for part in arm.given), allowed, kb) for arm in arms)


def _arm_fits(given: tuple[str, ...], allowed: frozenset[str], kb: KnowledgeBase) -> bool:
    """Whether an arm received a comparator: each of its parts is one, or they make up a combination that is one."""
    if not given:
        return False
    if all(_under(term, allowed, kb) for term in given):
        return True
    combined = (kb.term("interventions", term) for term in allowed)
    return any(term is not None and len(given) > 1 and set(given) <= set(term.broader) for term in combined)


def link_of(row: QuestionOutcome, claim: Finding, kb: KnowledgeBase) -> BodyClaim | None:
    """The line of the body of evidence that holds this claim."""
    return next((part for part in row.body if part.claim in kb.claims and kb.claims[part.claim].record is claim), None)


def _under(term: str, allowed: frozenset[str], kb: KnowledgeBase, depth: int = 6) -> bool:
    """Whether a term is one of those allowed, or narrower than one."""
    if term in allowed:
        return True
    record = kb.term("interventions", term)
    return depth > 0 and record is not None and any(_under(up, allowed, kb, depth - 1) for up in record.broader)


def baseline_risk(row: QuestionOutcome) -> float | None:
    """The cited risk as a fraction; a figure above 1 is read as a percentage."""
    number = row.baseline.risk.number if row.baseline is not None else None
    if number is None:
        return None
    value = float(number.value)
    return value / 100 if value > 1 else value


def _figures(contrast: Contrast, turned: bool) -> tuple[float, float, float] | None:
    """Estimate and limits of the intervention against the control; a source may print them the other way round."""
    assert contrast.value is not None and contrast.interval is not None
    numbers = [Printed(text).number for text in (contrast.value, contrast.interval.low, contrast.interval.high)]
    if any(number is None for number in numbers):
        return None
    value, low, high = (float(number.value) / (100 if contrast.unit == "%" else 1) for number in numbers if number)
    if not turned:
        return value, low, high
    if contrast.measure in DIFFERENCE_MEASURES:
        return -value, -high, -low
    return None if min(value, low, high) <= 0 else (1 / value, 1 / high, 1 / low)


def _by_ratio(p0: float, ratio: float) -> float:
    return p0 * ratio


def _by_odds(p0: float, ratio: float) -> float:
    return ratio * p0 / (1 - p0 + ratio * p0)


def _by_hazard(p0: float, ratio: float) -> float:
    return float(1 - (1 - p0) ** ratio)


def _by_difference(p0: float, difference: float) -> float:
    return p0 + difference


FORMULAS: dict[str, tuple[Callable[[float, float], float], str]] = {
    "risk_ratio": (_by_ratio, "1000 × p0 × RR"),
    "odds_ratio": (_by_odds, "1000 × OR × p0 / (1 − p0 + OR × p0)"),
    "peto_odds_ratio": (_by_odds, "1000 × OR × p0 / (1 − p0 + OR × p0)"),
    "hazard_ratio": (_by_hazard, "1000 × (1 − (1 − p0)^HR)"),
    "risk_difference": (_by_difference, "1000 × (p0 + RD)"),
}
"""How the risk with the intervention follows from p0 (GRADE guidelines 12; Cochrane Handbook 6.5, chapter 15)."""


def _computed(
    values: tuple[float, float, float], contrast: Contrast, risk: float | None, row: QuestionOutcome
) -> AbsoluteEffect:
    transform, formula = FORMULAS[contrast.measure]
    inverted = contrast.counts == "non-event"
    # Where the source counted people without the outcome, the risk runs over them and is turned back at the end.
    p0 = 0.0 if risk is None else 1 - risk if inverted else risk
    with_it = [_clamped(transform(p0, value), risk is None) for value in values]
    base = p0
    if inverted:
        base, with_it = (1 - p0, [1 - value for value in with_it]) if risk is not None else (0.0, [-v for v in with_it])
    point, ends = with_it[0], sorted(with_it[1:])
    gap, low, high = (PER * (value - base) for value in (point, *ends))
    known = risk is not None
    return AbsoluteEffect(
        difference=gap,
        difference_low=low,
        difference_high=high,
        difference_text=difference_text(gap, low, high),
        baseline=PER * base if known else None,
        with_intervention=PER * point if known else None,
        with_low=PER * ends[0] if known else None,
        with_high=PER * ends[1] if known else None,
        baseline_text=f"{PER * base:.0f} per 1000" if known else "",
        with_text=f"{PER * point:.0f} per 1000 ({PER * ends[0]:.0f} to {PER * ends[1]:.0f})" if known else "",
        formula=formula + (", applied to people without the outcome" if inverted else ""),
        baseline_source=_baseline_source(row),
    )


def _clamped(risk: float, free: bool) -> float:
    return risk if free else min(1.0, max(0.0, risk))


def _baseline_source(row: QuestionOutcome) -> str:
    if row.baseline is None:
        return ""
    return row.baseline.claim or row.baseline.why or ""


def difference_text(gap: float, low: float, high: float) -> str:
    """`370 more per 1000 (from 60 more to 680 more)`, in whole people."""
    return f"{_more(gap)} per 1000 (from {_more(low)} to {_more(high)})"


def _more(value: float) -> str:
    people = round(value)
    if people == 0:
        return "0 fewer" if value < 0 else "0 more"
    return shown(f"{abs(people)} {'more' if people > 0 else 'fewer'}")
