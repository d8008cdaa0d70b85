"""Which rows of a question speak of one of its treatments, and how plainly: a rating of one drug is none of another."""

from __future__ import annotations

from collections.abc import Iterable, Set

from evidence_kb.analysis.row_estimate import asked_comparator
from evidence_kb.analysis.summary_of_findings import Row
from evidence_kb.analysis.wording import in_sentence, listed, treatment_phrase
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.question import Pico, Question


def speaks_of(kb: KnowledgeBase, row: Row, terms: Set[str]) -> bool:
    """Whether a row of a question speaks of a treatment, which is given as all terms that mean it.

    Of several treatments that a question asks about, a row speaks of those that its claims studied; without claims, of
    all.
    """
    return _concerns(kb, row, terms, [id for id, _ in row.claims])


def is_rated_for(kb: KnowledgeBase, row: Row, terms: Set[str]) -> bool:
    """Whether a row has a certainty that was rated for a treatment: its rated claims studied it."""
    return row.grading.level is not None and _concerns(kb, row, terms, _rated(row))


def _concerns(kb: KnowledgeBase, row: Row, terms: Set[str], claims: list[str]) -> bool:
    asked = set(kb.questions[row.question].record.pico.intervention)
    if not terms & asked:
        return False
    studied = _studied(kb, claims)
    return asked <= terms or not studied or bool(studied & terms)


def _rated(row: Row) -> list[str]:
    return [id for id, role in row.claims if role != "context"]


def _studied(kb: KnowledgeBase, claims: list[str]) -> set[str]:
    return {term for id in claims if id in kb.claims for term in kb.interventions(kb.claims[id].record)}


def together_with(kb: KnowledgeBase, row: Row, terms: Set[str]) -> str:
    """The other treatments for which a row was rated at the same time, in words; empty where there is none."""
    asked = kb.questions[row.question].record.pico.intervention
    studied = _studied(kb, _rated(row)) or set(asked)
    if set(asked) <= terms:
        return ""
    return listed([treatment_phrase((id,), kb) for id in asked if id not in terms and id in studied])


def indirectness(kb: KnowledgeBase, question: str) -> tuple[bool, bool, int, int]:
    """How far a question is from the plain one, the least first: placebo or nothing as comparator, nothing added,
    the broadest population, the broadest condition."""
    pico = kb.questions[question].record.pico
    controls = [getattr(kb.term("interventions", id), "control", None) for id in pico.comparator]
    return (
        not all(control in ("placebo", "none") for control in controls),
        bool(pico.background),
        _depth(kb, "populations", pico.population),
        min((_depth(kb, "conditions", id) for id in pico.conditions), default=0),
    )


def _depth(kb: KnowledgeBase, kind: str, id: str) -> int:
    above = getattr(kb.term(kind, id), "broader", ())
    return 1 + max((_depth(kb, kind, up) for up in above), default=0)


def asked_of(kb: KnowledgeBase, question: Question) -> str:
    """The people of a question on one line: `Adults, migraine`."""
    pico = question.pico
    conditions = listed([in_sentence(kb.label("conditions", id)) for id in pico.conditions], "or")
    return ", ".join(filter(None, (kb.label("populations", pico.population), conditions)))


def given_to_all(kb: KnowledgeBase, pico: Pico) -> str:
    """What everybody received besides: `added to intravenous metoclopramide`; empty where it is nothing."""
    return f"added to {treatment_phrase(pico.background, kb)}" if pico.background else ""


def against(kb: KnowledgeBase, row: Row) -> str:
    """With what a row compares where that is not the comparator of its question; empty where it is."""
    asked = asked_comparator(kb.questions[row.question].record, kb)
    return "" if row.comparator == asked else f"against {row.comparator}"


def when(row: Row) -> str:
    """The time and the group of a row; a time that was not seen and a comparator are told elsewhere."""
    by, _, level = row.subgroup.partition(": ")
    time = "" if row.timepoint.startswith("not ") else row.timepoint
    return ", ".join(filter(None, (time, "" if by == "comparator" else level)))


def rated_rows(kb: KnowledgeBase, rows: Iterable[Row], terms: Set[str]) -> tuple[Row, ...]:
    """The rows with a certainty that was rated for a treatment, that of the plainest question first.

    Plain is a comparison with placebo or nothing, nothing added, all people, the treatment alone, the broadest
    population and condition, and then the most people.
    """
    rated = [row for row in rows if is_rated_for(kb, row, terms)]
    return tuple(sorted(rated, key=lambda row: (*_away(kb, row, terms), row.question, row.index)))


def _away(kb: KnowledgeBase, row: Row, terms: Set[str]) -> tuple[bool, bool, bool, bool, int, int, int]:
    compared, added, *depths = indirectness(kb, row.question)
    shared = bool(together_with(kb, row, terms))
    return compared, added, bool(row.subgroup), shared, depths[0], depths[1], -(row.evidence.people_count or 0)


def rated_of(kb: KnowledgeBase, row: Row, terms: Set[str]) -> str:
    """For what a certainty was rated, on one line: people, what was added, the comparator, the time."""
    question = kb.questions[row.question].record
    compared = against(kb, row) or f"against {treatment_phrase(question.pico.comparator, kb)}"
    others = together_with(kb, row, terms)
    told = f"rated together with {others}" if others else ""
    return ", ".join(filter(None, (asked_of(kb, question), given_to_all(kb, question.pico), compared, when(row), told)))
