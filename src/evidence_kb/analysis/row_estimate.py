"""The estimate of a row seen from its question: which side is the treatment, and how both and the effect are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence_kb.analysis.absolute_effects import link_of
from evidence_kb.analysis.directions import Side, better_side, control_side, prints_falls, sign_of
from evidence_kb.analysis.effect_measures import effect_text
from evidence_kb.analysis.hierarchy import kin
from evidence_kb.analysis.informative_statements import Change
from evidence_kb.analysis.result_of_comparison import excludes_null
from evidence_kb.analysis.wording import in_sentence, treatment_phrase
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.contrast import RATIO_MEASURES, Contrast
from evidence_kb.records.question import Question, QuestionOutcome
from evidence_kb.records.term import Outcome


@dataclass(frozen=True, slots=True)
class Estimate:
    """The claim of an estimate, the place of its contrast, what the question asks about, and the control's side."""

    claim: Finding
    id: str
    index: int
    asked: frozenset[str]
    control: Side

    @property
    def contrast(self) -> Contrast:
        """The contrast with the figures."""
        return self.claim.contrasts[self.index]


def estimate_of(question: Question, row: QuestionOutcome, kb: KnowledgeBase) -> Estimate | None:
    """The row's estimate: the first contrast between treatments of its claim, else the first; None without one."""
    entry = kb.claims.get(row.estimate) if row.estimate else None
    if entry is None or not isinstance(entry.record, Finding) or not entry.record.contrasts:
        return None
    kinds = [contrast.kind in ("between-arms", "between-periods") for contrast in entry.record.contrasts]
    index = kinds.index(True) if any(kinds) else 0
    asked = frozenset(question.pico.intervention)
    side = control_side(entry.record, entry.record.contrasts[index], kb, asked)
    return Estimate(entry.record, entry.id, index, asked, side)


def treatment(question: Question, row: QuestionOutcome, found: Estimate | None, kb: KnowledgeBase) -> str:
    """What the row is about: its drug as the row names it, else what its estimate or its rated claims gave."""
    if row.subgroup is not None and row.subgroup.by == "drug":
        return in_sentence(row.subgroup.level)
    given = set(_given(found, "versus" if found.control == "of" else "of", kb)) if found is not None else set()
    if not given:
        rated = [part.claim for part in row.body if part.role != "context" and part.claim in kb.claims]
        given = {term for id in rated for term in kb.interventions(kb.claims[id].record)}
    told = [term for term in question.pico.intervention if any(kin(term, one, kb) for one in given)]
    return asked_treatment(question, kb, told)


def asked_treatment(question: Question, kb: KnowledgeBase, told: Sequence[str] = ()) -> str:
    """What the question asks about, or some of it, with what everybody receives beside it."""
    phrase = treatment_phrase(told or question.pico.intervention, kb)
    background = question.pico.background
    return f"{phrase} added to {treatment_phrase(background, kb)}" if background else phrase


def comparator(question: Question, row: QuestionOutcome, found: Estimate | None, kb: KnowledgeBase) -> str:
    """The question's comparator; an estimate against something else or narrower is told by its own."""
    terms: tuple[str, ...] = ()
    if found is not None and isinstance(found.claim, MetaAnalysis):
        link = link_of(row, found.claim, kb)
        if link is not None and "comparator" in (link.indirect_because or ()):
            return treatment_phrase(found.claim.comparator, kb)
    elif found is not None:
        terms = _given(found, found.control, kb)
        if terms and not question.pico.background:
            return " with ".join(treatment_phrase((term,), kb) for term in terms)
    return _beside(terms, question.pico.background, kb) if terms else asked_comparator(question, kb)


def asked_comparator(question: Question, kb: KnowledgeBase) -> str:
    """What the question compares with."""
    return _beside(question.pico.comparator, question.pico.background, kb)


def _beside(terms: Iterable[str], background: tuple[str, ...], kb: KnowledgeBase) -> str:
    """Comparators beside what everybody receives: `placebo plus` that, or that alone."""
    own = [term for term in terms if term not in background]
    if not background:
        return treatment_phrase(own, kb)
    shared = treatment_phrase(background, kb)
    return f"{treatment_phrase(own, kb)} plus {shared}" if own else f"{shared} alone"


def _given(found: Estimate, side: Side, kb: KnowledgeBase) -> tuple[str, ...]:
    """The interventions of the arm on one side of the estimate; empty for a review."""
    name = found.contrast.of if side == "of" else found.contrast.versus
    return next((tuple(part.term for part in arm.given) for arm in kb.arms(found.claim) if arm.id == name), ())


def change(row: QuestionOutcome, found: Estimate | None, kb: KnowledgeBase) -> Change | None:
    """Whether the outcome is increased or reduced: by the printed sign, else by what benefit or harm means for it."""
    if found is not None:
        claim, contrast = found.claim, found.contrast
        sign = sign_of(contrast)
        turned = contrast.counts == "non-event" or prints_falls(claim)
        if sign and contrast.counts != "not-seen":
            return "increase" if (sign > 0) == ((found.control == "versus") != turned) else "reduce"
    term = kb.term("outcomes", row.outcome)
    if not isinstance(term, Outcome) or term.direction == "neither" or row.effect in ("uncertain",):
        return None
    wanted = row.effect.endswith("benefit")
    return "increase" if wanted == (term.direction == "higher-is-better") else "reduce"


def effect_words(found: Estimate, kb: KnowledgeBase) -> str:
    """The effect as printed, with its side where the sign does not tell it: of falls, and with the control first."""
    contrast, words = found.contrast, effect_text(found.contrast)
    if contrast.value is None:
        return words
    sign = sign_of(contrast)
    beyond_chance = excludes_null(found.claim, contrast)
    if sign and prints_falls(found.claim):
        size = "greater" if (sign > 0) == (found.control == "versus") else "smaller"
        return f"{words}, {'' if beyond_chance else 'leaning to '}a {size} fall with the treatment"
    if found.control != "of":
        return words
    better = better_side(found.claim, contrast, kb)
    if better is not None:
        side = "comparator" if better == found.control else "treatment"
        return f"{words}, {'favouring' if beyond_chance else 'leaning to'} the {side}"
    way = "over" if contrast.measure in RATIO_MEASURES else "minus"
    return f"{words}, comparator {way} treatment"
