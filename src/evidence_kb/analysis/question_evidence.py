"""What the body of evidence of a row holds: designs, comparators, routes, trials inside pools, the effect itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from evidence_kb.analysis.absolute_effects import comparator_fits, comparators
from evidence_kb.analysis.directions import better_side
from evidence_kb.analysis.effect_measures import null_of
from evidence_kb.analysis.result_of_comparison import ComparisonResult, band, inside_threshold, result_of
from evidence_kb.analysis.row_estimate import Estimate, estimate_of
from evidence_kb.analysis.study_identity import is_pooled, studies_of
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.question import Question, QuestionOutcome, Threshold
from evidence_kb.records.term import Intervention

UNCONTROLLED_DESIGNS = frozenset({"case-series", "cross-sectional", "narrative-review", "web-page", "news"})
BENEFITS = frozenset({"benefit", "important-benefit", "small-benefit"})
HARMS = frozenset({"harm", "important-harm", "small-harm"})


@dataclass(frozen=True, slots=True)
class Part:
    """A claim of the body that a rule complains of: its place in the body, its id, and what is wrong in words."""

    index: int
    claim: str
    what: str


def uncontrolled_but_rated(row: QuestionOutcome, kb: KnowledgeBase) -> Iterator[Part]:
    """Rated claims from studies without a control group."""
    for index, part in enumerate(row.body):
        entry = kb.claims.get(part.claim)
        if part.role == "rated" and entry is not None:
            what = uncontrolled(entry.record, kb)
            if what:
                yield Part(index, part.claim, what)


def uncontrolled(claim: Claim, kb: KnowledgeBase) -> str:
    """Why a claim has no control group, in words; empty where it has one or nobody can tell."""
    for citation in claim.citations:
        source = kb.sources.get(citation.source)
        if source is None:
            continue
        if source.record.design in UNCONTROLLED_DESIGNS and source.record.study is not None:
            return f"a {source.record.design.replace('-', ' ')}"
        if source.record.study is not None and source.record.study.structure == "single-arm":
            return "a study with one arm"
        if source.record.study is not None and source.record.study.assignment == "none":
            return "a study in which nobody was assigned"
    if isinstance(claim, Finding) and claim.contrasts and all(c.kind == "within-arm" for c in claim.contrasts):
        return "a comparison of before and after"
    return ""


def other_comparator(question: Question, row: QuestionOutcome, kb: KnowledgeBase) -> Iterator[Part]:
    """Rated claims whose comparator is not among the question's, without the link saying so."""
    for index, part in enumerate(row.body):
        entry = kb.claims.get(part.claim)
        if part.role != "rated" or entry is None or not isinstance(entry.record, Finding):
            continue
        found = comparators(entry.record, kb)
        if found and not comparator_fits(question, row, entry.record, kb):
            names = ", ".join(sorted(found))
            yield Part(index, part.claim, names)


def counted_twice(row: QuestionOutcome, kb: KnowledgeBase) -> Iterator[Part]:
    """Rated claims on a study that a pooled result of the row includes, and rated reports of one study."""
    inside: dict[str, str] = {}
    seen: dict[str, str] = {}
    rated = [(index, part) for index, part in enumerate(row.body) if part.role == "rated" and part.claim in kb.claims]
    for _, part in rated:
        claim = kb.claims[part.claim].record
        if is_pooled(claim):
            inside |= dict.fromkeys(studies_of(claim, kb), part.claim)
    for index, part in rated:
        claim = kb.claims[part.claim].record
        if is_pooled(claim):
            continue
        for study in studies_of(claim, kb):
            if study in inside:
                yield Part(index, part.claim, f"its study {study} is inside {inside[study]}")
            elif study in seen and seen[study] != part.claim:
                yield Part(index, part.claim, f"{seen[study]} reports the same study {study}")
            seen.setdefault(study, part.claim)


def shared_trials(row: QuestionOutcome, kb: KnowledgeBase) -> Iterator[Part]:
    """Rated pooled results that share trials with another rated one."""
    before: dict[str, str] = {}
    for index, part in enumerate(row.body):
        entry = kb.claims.get(part.claim)
        if part.role != "rated" or entry is None or not is_pooled(entry.record):
            continue
        studies = studies_of(entry.record, kb)
        common = sorted({study for study in studies if study in before})
        if common:
            yield Part(index, part.claim, f"{', '.join(common)} with {before[common[0]]}")
        before |= dict.fromkeys(studies, part.claim)


def other_route(question: Question, row: QuestionOutcome, kb: KnowledgeBase) -> Iterator[Part]:
    """Rated claims on another route than the question's, without the link saying so."""
    wanted = routes(question.pico.intervention, kb)
    for index, part in enumerate(row.body):
        entry = kb.claims.get(part.claim)
        if part.role != "rated" or entry is None or "route" in (part.indirect_because or ()) or not wanted:
            continue
        found = routes(_tested(entry.record, kb), kb)
        if found and not found & wanted:
            yield Part(index, part.claim, ", ".join(sorted(found)))


def routes(interventions: tuple[str, ...], kb: KnowledgeBase) -> frozenset[str]:
    """The routes of interventions; empty where one of them names none."""
    found: set[str] = set()
    for id in interventions:
        term = kb.term("interventions", id)
        if not isinstance(term, Intervention) or term.route is None:
            return frozenset()
        found.add(term.route)
    return frozenset(found)


def _tested(claim: Claim, kb: KnowledgeBase) -> tuple[str, ...]:
    """The interventions of a claim that are no controls."""
    found = []
    for id in kb.interventions(claim):
        term = kb.term("interventions", id)
        if not isinstance(term, Intervention) or term.control is None:
            found.append(id)
    return tuple(found)


def effect_problem(question: Question, row: QuestionOutcome, kb: KnowledgeBase) -> str:
    """Why the stated effect cannot be what the estimate shows; empty where it can, or where there is no estimate."""
    found = estimate_of(question, row, kb)
    if found is None:
        return ""
    contrast = found.contrast
    result = result_of(found.claim, found.id, found.index, kb, row.threshold, found.asked)
    if row.effect == "little-or-no-difference":
        inside = inside_threshold(contrast, row.threshold)
        return "" if inside else "little or no difference needs the whole interval inside a stated threshold"
    if row.effect == "uncertain":
        return ""
    return (
        _against_result(row, result)
        or _against_interval(row, contrast, result)
        or _against_side(row, found, kb)
        or _against_size(row, contrast)
    )


def _against_result(row: QuestionOutcome, result: ComparisonResult) -> str:
    if row.effect in BENEFITS and result.result == "favours-comparator":
        return f"the estimate favours the comparator ({result.figures})"
    if row.effect in HARMS and result.result == "favours-intervention":
        return f"the estimate favours the intervention ({result.figures})"
    return ""


def _against_interval(row: QuestionOutcome, contrast: Contrast, result: ComparisonResult) -> str:
    """An interval that reaches beyond the threshold on both sides forces `uncertain`."""
    if contrast.interval is None or result.result not in ("inconclusive", "no-difference-detected"):
        return ""
    low, high, null = contrast.interval.low.number, contrast.interval.high.number, null_of(contrast.measure)
    if low is None or high is None or null is None:
        return ""
    below, above = _thresholds(row.threshold, null, contrast.unit)
    if low.value < below and high.value > above:
        return f"the interval reaches benefit and harm ({result.figures})"
    return ""


def _thresholds(threshold: Threshold | None, null: int, unit: str | None) -> tuple[Fraction, Fraction]:
    limit = threshold.value.number if threshold is not None and threshold.value is not None else None
    found = band(null, abs(limit.value), threshold.unit if threshold else None, unit) if limit is not None else None
    return found if found is not None else (Fraction(null), Fraction(null))


def _against_side(row: QuestionOutcome, found: Estimate, kb: KnowledgeBase) -> str:
    side = better_side(found.claim, found.contrast, kb)
    if side is None:
        return ""
    better = side != found.control
    if (row.effect in BENEFITS and not better) or (row.effect in HARMS and better):
        return f"the estimate leans to the {'intervention' if better else 'comparator'}"
    return ""


def _against_size(row: QuestionOutcome, contrast: Contrast) -> str:
    """`important` and `small` need a threshold, and an estimate beyond or within it."""
    if not row.effect.startswith(("important", "small")):
        return ""
    null = null_of(contrast.measure)
    value = contrast.value.number if contrast.value is not None else None
    if row.threshold is None or row.threshold.value is None or null is None or value is None:
        return "an important or a small effect needs a threshold with a value"
    below, above = _thresholds(row.threshold, null, contrast.unit)
    beyond = value.value <= below or value.value >= above
    if row.effect.startswith("important") and not beyond:
        return "the estimate does not reach the threshold of an important effect"
    if row.effect.startswith("small") and beyond:
        return "the estimate reaches the threshold of an important effect"
    return ""
