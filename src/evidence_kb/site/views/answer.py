"""The lines of a bottom line: the derived sentence of each headline outcome with its certainty."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.bottom_line import BottomLine, bottom_line
from evidence_kb.analysis.summary_of_findings import Row, summary_of_findings
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.question import Question
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.certainty import CertaintyView, certainty_view
from evidence_kb.site.views.sof import anchor
from evidence_kb.site.words import day

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One sentence of the answer; `kind` is benefit or harm."""

    outcome: str
    anchor: str
    kind: str
    text: str
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
    lines = answer_lines(kb.once(bottom_line, entry.id), kb.once(summary_of_findings, entry.id))
    if short:
        first = {line.kind: line for line in reversed(lines)}
        lines = tuple(line for line in lines if first[line.kind] is line)
    names = [kb.label("interventions", term) for term in entry.record.pico.intervention]
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return QuestionCard(
        links.question(entry.id), lines, "; ".join(names[:MOST_NAMES]) + more, day(entry.record.search.on)
    )


def answer_lines(line: BottomLine, rows: tuple[Row, ...]) -> tuple[AnswerLine, ...]:
    """The sentences in the order of the headline."""
    return tuple(
        AnswerLine(
            outcome=rows[said.row].label,
            anchor=anchor(rows[said.row]),
            kind=said.kind,
            text=said.text,
            certainty=certainty_view(rows[said.row].grading),
        )
        for said in line.sentences
    )
