"""The bottom line of a question: the sentences of its headline outcomes, with what limits them."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.summary_of_findings import Row, summary_of_findings
from evidence_kb.analysis.wording import listed
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.question import Question


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the bottom line with the row that it comes from.

    `note` is what the curator adds: the other side, and what figures alone do not tell.
    """

    row: int
    outcome: str
    kind: str
    text: str
    note: str
    certainty: str
    symbol: str


@dataclass(frozen=True, slots=True)
class BottomLine:
    """The answer in short: `sentences` in the order of the headline, `caveats` ready for a page.

    `text` joins the sentences; `provisional` is True where a headline outcome has no full rating.
    """

    question: str
    sentences: tuple[Sentence, ...]
    text: str
    provisional: bool
    caveats: tuple[str, ...]


def bottom_line(kb: KnowledgeBase, question_id: str) -> BottomLine:
    """The bottom line; use `kb.once(bottom_line, id)`."""
    question = kb.questions[question_id].record
    rows = kb.once(summary_of_findings, question_id)
    chosen = headline_rows(question, rows)
    sentences = tuple(_sentence(row) for row in chosen)
    return BottomLine(
        question=question_id,
        sentences=sentences,
        text=" ".join(part for sentence in sentences for part in (sentence.text, sentence.note) if part),
        provisional=any(row.grading.status != "rated" for row in chosen),
        caveats=tuple(_caveats(question, chosen)),
    )


def headline_rows(question: Question, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """For each headline outcome its first row about all people, else its first row."""
    found = []
    for outcome in question.headline:
        fitting = [row for row in rows if row.outcome == outcome]
        whole = [row for row in fitting if not row.subgroup]
        found.extend((whole or fitting)[:1])
    return tuple(found)


def _sentence(row: Row) -> Sentence:
    return Sentence(row.index, row.outcome, row.kind, row.sentence, row.summary, row.grading.text, row.grading.symbol)


def _caveats(question: Question, rows: tuple[Row, ...]) -> list[str]:
    caveats = []
    if question.search.nothing_found:
        caveats.append(f"No study was found (searched {question.search.on}: {question.search.where}).")
    reasons = dict.fromkeys(reason for row in rows for reason in row.grading.provisional_because)
    if any(row.grading.status == "provisional" for row in rows):
        caveats.append(f"The rating is provisional: {listed(list(reasons))}.")
    unrated = [row.label.lower() for row in rows if row.grading.status == "not-rated"]
    if unrated:
        caveats.append(f"Certainty was not rated for {listed(unrated)}.")
    if question.applies_not_to:
        caveats.append(f"It does not apply to {listed(question.applies_not_to)}.")
    return caveats
