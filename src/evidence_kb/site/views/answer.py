"""The lines of a bottom line: what happens to each headline outcome, by how much, and how sure one may be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from evidence_kb.analysis.bottom_line import bottom_line
from evidence_kb.analysis.row_estimate import asked_comparator, asked_treatment
from evidence_kb.analysis.summary_of_findings import MOST_NAMED, Row, summary_of_findings
from evidence_kb.analysis.wording import capitalised
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.question import Question
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.certainty import CertaintyView, certainty_view
from evidence_kb.site.views.sof import anchor
from evidence_kb.site.words import KINDS, day

MOST_NAMES = 3
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One outcome of the answer; `kind` is benefit or harm.

    `verdict` says in the words of its certainty what happens to the outcome, `bearing` whether that is better or worse
    for the patient, `figures` how much, `note` what figures alone do not tell; `against` names the comparator where it
    is not that of the question.
    """

    outcome: str
    anchor: str
    kind: str
    effect: str
    when: str
    verdict: str
    bearing: str
    figures: str
    against: str
    note: str
    certainty: CertaintyView


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A question with its bottom line."""

    question: Link
    lines: tuple[AnswerLine, ...]
    topic: str
    searched: str


def question_card(kb: KnowledgeBase, entry: Entry[Question], links: Links, *, short: bool = False) -> QuestionCard:
    """A question with all lines of its answer; in short with the first benefit and the first harm."""
    lines = answer_lines(entry, kb)
    if short:
        first = {line.kind: line for line in reversed(lines)}
        lines = tuple(_brief(line) for line in lines if first[line.kind] is line)
    names = [kb.label("interventions", term) for term in entry.record.pico.intervention]
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return QuestionCard(
        links.question(entry.id), lines, "; ".join(names[:MOST_NAMES]) + more, day(entry.record.search.on)
    )


def answer_lines(entry: Entry[Question], kb: KnowledgeBase) -> tuple[AnswerLine, ...]:
    """The answers to a question in the order of its headline."""
    rows = kb.once(summary_of_findings, entry.id)
    asked = asked_comparator(entry.record, kb)
    return tuple(_line(rows[said.row], said.note, asked) for said in kb.once(bottom_line, entry.id).sentences)


def _line(row: Row, note: str, asked: str) -> AnswerLine:
    figures = row.figures if row.figures or len(row.rates) != 1 else row.rates[0].text
    if row.grading.level is None:
        figures = ""  # a figure beside the outcome reads as the answer; without a rating it stands in the table
    return AnswerLine(
        outcome=row.label,
        anchor=anchor(row),
        kind=row.kind,
        when=row.when,
        verdict=capitalised(row.verdict),
        bearing=row.bearing,
        figures=figures,
        against=f"against {row.comparator}" if row.figures and row.comparator != asked else "",
        effect=KINDS[row.kind],
        note=note,
        certainty=certainty_view(row.grading),
    )


def _brief(line: AnswerLine) -> AnswerLine:
    """A line for a card: the note only where there are no figures, and of that its first sentence."""
    return replace(line, note="" if line.figures else _SENTENCE_ENDS.split(line.note, 1)[0])


def compared(question: Question, kb: KnowledgeBase) -> str:
    """What is compared with what, as a heading; many treatments are counted, and on both sides they make no heading."""
    pico = question.pico
    if len(pico.intervention) > MOST_NAMED:
        return ""
    many = len(pico.comparator) > MOST_NAMED
    against = f"{len(pico.comparator)} treatments" if many else asked_comparator(question, kb)
    return capitalised(" compared with ".join(filter(None, (asked_treatment(question, kb), against))))
