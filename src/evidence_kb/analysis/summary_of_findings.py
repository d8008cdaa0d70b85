"""The Summary of Findings of a question: one row an outcome, with figures, certainty and the derived sentence."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.absolute_effects import AbsoluteEffect, Refused, absolute_effect
from evidence_kb.analysis.arm_rates import ArmRates, arm_rates
from evidence_kb.analysis.grading import Grading, grade
from evidence_kb.analysis.informative_statements import SIZES, Parts, bearing, sentence, verdict
from evidence_kb.analysis.result_of_comparison import ComparisonResult, result_of
from evidence_kb.analysis.row_estimate import Estimate, change, comparator, effect_words, estimate_of, treatment
from evidence_kb.analysis.study_identity import Evidence, unique_evidence
from evidence_kb.analysis.wording import in_sentence, outcome_phrase
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.question import Question, QuestionOutcome

MOST_NAMED = 5
"""So many treatments can be named in one sentence or heading."""
SYNTHESIS = {
    "published-pooled": "a published pooled result",
    "pooled-here": "pooled in this library",
    "single-study": "one study",
    "narrative": "studies described one by one",
    "none": "no study",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome of a question, ready to be shown.

    `estimate` is the id of the claim with the figures, `relative` its effect as printed (empty where none), `absolute`
    the effect per 1,000 or the reason for its absence. `claims` lists (claim, role) of the body of evidence, `evidence`
    the unique studies and people behind what is rated. `sentence` is derived; `verdict`, `figures`, `comparator` and
    `when` are its parts for a place that names the outcome, `bearing` says whether that is better or worse for the
    patient; `summary` is what the curator wrote; `rates` are the arms as printed where no number per 1,000 can be told.
    """

    question: str
    index: int
    outcome: str
    label: str
    phrase: str
    kind: str
    importance: str
    timepoint: str
    subgroup: str
    synthesis: str
    estimate: str | None
    relative: str
    result: ComparisonResult | None
    absolute: AbsoluteEffect | Refused
    effect: str
    grading: Grading
    evidence: Evidence
    claims: tuple[tuple[str, str], ...]
    sentence: str
    verdict: str
    bearing: str
    figures: str
    comparator: str
    when: str
    summary: str
    rates: tuple[ArmRates, ...]


def summary_of_findings(kb: KnowledgeBase, question_id: str) -> tuple[Row, ...]:
    """All rows of a question; use `kb.once(summary_of_findings, id)`."""
    question = kb.questions[question_id].record
    return tuple(_row(kb, question_id, question, index) for index in range(len(question.outcomes)))


def _row(kb: KnowledgeBase, question_id: str, question: Question, index: int) -> Row:
    row = question.outcomes[index]
    found = estimate_of(question, row, kb)
    absolute: AbsoluteEffect | Refused = Refused("no estimate is given")
    if found is not None:
        absolute = absolute_effect(question, row, found.claim, found.contrast, kb)
    grading = grade(question, row, kb)
    parts = _parts(kb, question, row, found, absolute)
    size, way = SIZES[row.effect], change(row, found, kb)
    nothing = bool(question.search.nothing_found) and all(part.role == "context" for part in row.body)
    return Row(
        question=question_id,
        index=index,
        outcome=row.outcome,
        label=kb.label("outcomes", row.outcome),
        phrase=parts.outcome,
        kind=row.kind,
        importance=row.importance,
        timepoint=_time(row),
        subgroup=f"{row.subgroup.by}: {row.subgroup.level}" if row.subgroup else "",
        synthesis=SYNTHESIS[row.synthesis],
        estimate=row.estimate,
        relative=effect_words(found, kb) if found else "",
        result=_result(row, found, kb),
        absolute=absolute,
        effect=row.effect,
        grading=grading,
        evidence=unique_evidence([part.claim for part in row.body if part.role != "context"], kb),
        claims=tuple((part.claim, part.role) for part in row.body),
        sentence=sentence(grading.level, row.certainty.status, size, way, parts),
        verdict=verdict(grading.level, size, way, nothing=nothing),
        bearing=bearing(grading.level, row.effect, way),
        figures=absolute.difference_text if isinstance(absolute, AbsoluteEffect) else parts.figures,
        comparator=parts.comparator,
        when=parts.when,
        summary=row.summary or "",
        rates=() if isinstance(absolute, AbsoluteEffect) else arm_rates(row, kb),
    )


def _result(row: QuestionOutcome, found: Estimate | None, kb: KnowledgeBase) -> ComparisonResult | None:
    return result_of(found.claim, found.id, found.index, kb, row.threshold, found.asked) if found else None


def _parts(
    kb: KnowledgeBase,
    question: Question,
    row: QuestionOutcome,
    found: Estimate | None,
    absolute: AbsoluteEffect | Refused,
) -> Parts:
    figures = effect_words(found, kb) if found is not None and found.contrast.value is not None else ""
    if isinstance(absolute, AbsoluteEffect):
        figures = absolute.difference_text.replace(" (", ", ").replace(")", "")
    unnamed = row.certainty.status == "not-rated" and len(question.pico.intervention) > MOST_NAMED
    return Parts(
        treatment="" if unnamed else treatment(question, row, found, kb),
        outcome=_outcome(row, found, kb),
        comparator="" if unnamed else comparator(question, row, found, kb),
        when=_when(row),
        figures=figures,
    )


def _outcome(row: QuestionOutcome, found: Estimate | None, kb: KnowledgeBase) -> str:
    """The outcome as the object of a verb; a hazard ratio is about how fast people reach it, not how many do."""
    if found is not None and found.contrast.measure == "hazard_ratio":
        return f"the rate of {in_sentence(kb.label('outcomes', row.outcome))} over time"
    return outcome_phrase(row.outcome, kb)


def _time(row: QuestionOutcome) -> str:
    """The time as printed; that it was not seen is said of the time, not of the outcome."""
    printed = row.timepoint.printed if row.timepoint else ""
    return f"time {printed}" if printed in ("not seen", "not reported") else printed


def _when(row: QuestionOutcome) -> str:
    said = []
    if row.timepoint is not None and row.timepoint.at:
        said.append(f"at {row.timepoint.at}")
    if row.subgroup is not None and row.subgroup.by not in ("comparator", "drug"):
        said.append(f"in the group {in_sentence(row.subgroup.level)}")
    return " ".join(said)
