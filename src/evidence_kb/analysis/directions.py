"""Which side a printed comparison favours: sign, direction of the outcome, what was counted, and what was measured."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from evidence_kb.analysis.effect_measures import null_of
from evidence_kb.analysis.hierarchy import kin
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.claims.time_to_event import TimeToEvent
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.term import Intervention, Outcome

Sign = Literal[-1, 0, 1]
Side = Literal["of", "versus"]

NOT_ASKED: frozenset[str] = frozenset()
"""No question asks, so no treatment is the one in question."""
CONTROL_WORDS = frozenset({"placebo", "control", "controls", "comparator", "comparators", "usual-care", "no-treatment"})
FALLING = frozenset({"reduction", "percent-reduction"})


def sign_of(contrast: Contrast) -> Sign | None:
    """+1 where the printed estimate is above no difference, -1 below, 0 at it; None where there is none."""
    null = null_of(contrast.measure)
    number = contrast.value.number if contrast.value is not None else None
    if null is None or number is None or number.bound != "=":
        return None
    return _sign(number.value - null)


def _sign(value: Fraction) -> Sign:
    return 1 if value > 0 else -1 if value < 0 else 0


def goodness(claim: Finding, contrast: Contrast, kb: KnowledgeBase) -> Sign | None:
    """+1 where a larger printed figure is better for the patient, -1 where worse; None where that cannot be told.

    A source that counted non-events, or that prints how far something fell, turns the outcome's direction round; a
    hazard ratio follows whether its event is wanted.
    """
    term = kb.term("outcomes", claim.outcome)
    if not isinstance(term, Outcome) or term.direction == "neither" or contrast.counts == "not-seen":
        return None
    good: Sign = 1 if term.direction == "higher-is-better" else -1
    if isinstance(claim, TimeToEvent):
        good = 1 if claim.event_is == "wanted" else -1
        if contrast.measure not in ("hazard_ratio", "rate_ratio", "odds_ratio", "risk_ratio", "risk_difference"):
            good = _turned(good)  # a longer time to a wanted event is worse
    if prints_falls(claim):
        good = _turned(good)
    return _turned(good) if contrast.counts == "non-event" else good


def prints_falls(claim: Finding) -> bool:
    """Whether the figures of a claim say how far something fell, so that a larger one is a lower outcome."""
    return isinstance(claim, Continuous) and claim.quantity in FALLING


def _turned(sign: Sign) -> Sign:
    return -1 if sign == 1 else 1 if sign == -1 else 0


def better_side(claim: Finding, contrast: Contrast, kb: KnowledgeBase) -> Side | None:
    """The side for which the estimate is better, whether or not chance can explain it; None where nobody can tell.

    Without an estimate the authors' own `higher` or `lower` gives the sign.
    """
    sign = sign_of(contrast)
    if sign is None:
        sign = {"higher": 1, "lower": -1}.get(contrast.authors_say or "")  # type: ignore[assignment]
    good = goodness(claim, contrast, kb)
    if not sign or good is None:
        return None
    return "of" if sign == good else "versus"


def control_side(claim: Finding, contrast: Contrast, kb: KnowledgeBase, treatments: frozenset[str] = NOT_ASKED) -> Side:
    """The side that is the comparator: the one whose arm received a control, else `versus` as printed.

    A question asks about some `treatments`: for it the comparator is the side that did not receive them, whatever the
    source prints first. Where both sides received them, or neither, the first sentence holds.
    """
    of, versus = (_is_control(claim, name, kb) for name in (contrast.of, contrast.versus))
    side: Side = "of" if of and not versus else "versus"
    first = _received(claim, contrast.of, side == "of", kb, treatments)
    second = _received(claim, contrast.versus, side == "versus", kb, treatments)
    return side if first == second else "versus" if first else "of"


def _received(claim: Finding, name: str, control: bool, kb: KnowledgeBase, treatments: frozenset[str]) -> bool:
    """Whether a side of a contrast was given one of the treatments, or a broader or narrower term of one."""
    given = next(({part.term for part in arm.given} for arm in kb.arms(claim) if arm.id == name), set())
    if not given and isinstance(claim, MetaAnalysis):
        given = set(claim.comparator if control else claim.intervention)
    return any(kin(term, asked, kb) for term in given for asked in treatments)


def is_control(term: str, kb: KnowledgeBase) -> bool:
    """Whether an intervention stands for a control group."""
    record = kb.term("interventions", term)
    return isinstance(record, Intervention) and record.control is not None


def _is_control(claim: Finding, name: str, kb: KnowledgeBase) -> bool:
    for arm in kb.arms(claim):
        if arm.id == name and arm.given:
            return all(is_control(part.term, kb) for part in arm.given)
    if isinstance(claim, MetaAnalysis) and name in claim.comparator:
        return True
    return name in CONTROL_WORDS or name.split("-")[0] in CONTROL_WORDS
