"""The Summary of Findings of a question: one row an outcome, with figures, certainty and the derived sentence."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.absolute_effects import AbsoluteEffect, Refused, absolute_effect, link_of
from evidence_kb.analysis.directions import control_side, sign_of
from evidence_kb.analysis.effect_measures import effect_text
from evidence_kb.analysis.grading import Grading, grade
from evidence_kb.analysis.informative_statements import SIZES, Change, Parts, sentence, verdict
from evidence_kb.analysis.result_of_comparison import ComparisonResult, result_of
from evidence_kb.analysis.study_identity import Evidence, unique_evidence
from evidence_kb.analysis.wording import in_sentence, outcome_phrase, treatment_phrase
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.contrast import RATIO_MEASURES, Contrast
from evidence_kb.records.question import Question, QuestionOutcome
from evidence_kb.records.term import Outcome

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
    `when` are its parts for a place that names the outcome; `summary` is what the curator wrote.
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
    figures: str
    comparator: str
    when: str
    summary: str

    @property
    def has_absolute(self) -> bool:
        """Whether numbers per 1,000 may be shown."""
        return isinstance(self.absolute, AbsoluteEffect)

    @property
    def has_icon_array(self) -> bool:
        """Whether an icon array may be drawn: only from a baseline and a risk with the intervention."""
        return isinstance(self.absolute, AbsoluteEffect) and self.absolute.baseline is not None


def summary_of_findings(kb: KnowledgeBase, question_id: str) -> tuple[Row, ...]:
    """All rows of a question; use `kb.once(summary_of_findings, id)`."""
    question = kb.questions[question_id].record
    return tuple(_row(kb, question_id, question, index) for index in range(len(question.outcomes)))


def estimate_of(row: QuestionOutcome, kb: KnowledgeBase) -> tuple[Finding, str, int] | None:
    """The claim with the row's estimate and the place of its contrast: the first between treatments, else the first."""
    entry = kb.claims.get(row.estimate) if row.estimate else None
    if entry is None or not isinstance(entry.record, Finding) or not entry.record.contrasts:
        return None
    kinds = [contrast.kind in ("between-arms", "between-periods") for contrast in entry.record.contrasts]
    return entry.record, entry.id, kinds.index(True) if any(kinds) else 0


def _row(kb: KnowledgeBase, question_id: str, question: Question, index: int) -> Row:
    row = question.outcomes[index]
    found = estimate_of(row, kb)
    contrast = found[0].contrasts[found[2]] if found else None
    result = result_of(found[0], found[1], found[2], kb, row.threshold) if found else None
    absolute: AbsoluteEffect | Refused = Refused("no estimate is given")
    if found and contrast is not None:
        absolute = absolute_effect(question, row, found[0], contrast, kb)
    grading = grade(question, row, kb)
    rated = [part.claim for part in row.body if part.role != "context"]
    parts = _parts(kb, question, row, contrast, absolute)
    size, way = SIZES[row.effect], change(row, kb)
    return Row(
        question=question_id,
        index=index,
        outcome=row.outcome,
        label=kb.label("outcomes", row.outcome),
        phrase=parts.outcome,
        kind=row.kind,
        importance=row.importance,
        timepoint=row.timepoint.printed if row.timepoint else "",
        subgroup=f"{row.subgroup.by}: {row.subgroup.level}" if row.subgroup else "",
        synthesis=SYNTHESIS[row.synthesis],
        estimate=row.estimate,
        relative=_printed_effect(kb, row, contrast),
        result=result,
        absolute=absolute,
        effect=row.effect,
        grading=grading,
        evidence=unique_evidence(rated, kb),
        claims=tuple((part.claim, part.role) for part in row.body),
        sentence=sentence(grading.level, row.certainty.status, size, way, parts),
        verdict=verdict(grading.level, size, way),
        figures=absolute.difference_text if isinstance(absolute, AbsoluteEffect) else parts.figures,
        comparator=parts.comparator,
        when=parts.when,
        summary=row.summary or "",
    )


def _parts(
    kb: KnowledgeBase,
    question: Question,
    row: QuestionOutcome,
    contrast: Contrast | None,
    absolute: AbsoluteEffect | Refused,
) -> Parts:
    return Parts(
        treatment=treatment_phrase(question.pico.intervention, kb),
        outcome=outcome_phrase(row.outcome, kb),
        comparator=_compared_with(kb, question, row),
        when=_when(row),
        figures=_figures(kb, row, contrast, absolute),
    )


def _compared_with(kb: KnowledgeBase, question: Question, row: QuestionOutcome) -> str:
    """The question's comparator; an estimate against something else or narrower is told by its own."""
    found = estimate_of(row, kb)
    if found is not None and isinstance(found[0], MetaAnalysis):
        link = link_of(row, found[0], kb)
        if link is not None and "comparator" in (link.indirect_because or ()):
            return treatment_phrase(found[0].comparator, kb)
    elif found is not None:
        contrast = found[0].contrasts[found[2]]
        name = contrast.of if control_side(found[0], contrast, kb) == "of" else contrast.versus
        given = next((arm.given for arm in kb.arms(found[0]) if arm.id == name), ())
        if given:
            return " with ".join(treatment_phrase((part.term,), kb) for part in given)
    return treatment_phrase(question.pico.comparator, kb)


def change(row: QuestionOutcome, kb: KnowledgeBase) -> Change | None:
    """Whether the outcome is increased or reduced: by the printed sign, else by what benefit or harm means for it."""
    found = estimate_of(row, kb)
    if found is not None:
        claim, _, index = found
        contrast = claim.contrasts[index]
        sign = sign_of(contrast)
        turned = contrast.counts == "non-event" or getattr(claim, "quantity", "") in ("reduction", "percent-reduction")
        if sign and contrast.counts != "not-seen":
            first = control_side(claim, contrast, kb) == "versus"
            return "increase" if (sign > 0) == (first != turned) else "reduce"
    term = kb.term("outcomes", row.outcome)
    if not isinstance(term, Outcome) or term.direction == "neither" or row.effect in ("uncertain",):
        return None
    wanted = row.effect.endswith("benefit")
    return "increase" if wanted == (term.direction == "higher-is-better") else "reduce"


def _when(row: QuestionOutcome) -> str:
    said = []
    if row.timepoint is not None and row.timepoint.at:
        said.append(f"at {row.timepoint.at}")
    if row.subgroup is not None and row.subgroup.by != "comparator":
        said.append(f"in the group {in_sentence(row.subgroup.level)}")
    return " ".join(said)


def _figures(
    kb: KnowledgeBase, row: QuestionOutcome, contrast: Contrast | None, absolute: AbsoluteEffect | Refused
) -> str:
    if isinstance(absolute, AbsoluteEffect):
        return absolute.difference_text.replace(" (", ", ").replace(")", "")
    return _printed_effect(kb, row, contrast) if contrast is not None and contrast.value is not None else ""


def _printed_effect(kb: KnowledgeBase, row: QuestionOutcome, contrast: Contrast | None) -> str:
    """The effect as printed; where the source prints the control first, that is said, or the sign would mislead."""
    if contrast is None:
        return ""
    found = estimate_of(row, kb)
    if found is None or contrast.value is None or control_side(found[0], contrast, kb) != "of":
        return effect_text(contrast)
    way = "over" if contrast.measure in RATIO_MEASURES else "minus"
    return f"{effect_text(contrast)}, comparator {way} treatment"
