"""What the questions found of one treatment: a line an outcome, under the people and the comparison it was asked of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_kb.analysis.summary_of_findings import Row, summary_of_findings
from evidence_kb.analysis.wording import capitalised, treatment_phrase
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.question import Question
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.certainty import CertaintyView, certainty_view
from evidence_kb.site.views.drugs import Drug
from evidence_kb.site.views.ratings import against, asked_of, given_to_all, is_rated_for, speaks_of, together_with, when
from evidence_kb.site.views.sof import anchor
from evidence_kb.site.words import counted

PAIN = re.compile(r"\b(pain|relief)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One rated row: what happens to the outcome, by how much, and how sure that is."""

    outcome: Link
    when: str
    verdict: str
    bearing: str
    figures: str
    against: str
    together: str
    certainty: CertaintyView


@dataclass(frozen=True, slots=True)
class Cell:
    """The rows of one question under one heading; `unrated` counts those without certainty, `nothing` says why."""

    heading: str
    sought: bool
    found: tuple[Found, ...]
    unrated: tuple[Link, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about the treatment: the people, what all were given, the comparator, and the cells."""

    people: Link
    given: str
    versus: str
    cells: tuple[Cell, ...]


def headings(acute: bool) -> tuple[str, ...]:
    """The columns of findings: an attack is judged by pain and by what else a patient needs."""
    return ("Pain", "Rescue, function, other", "Harms") if acute else ("Benefits", "Harms")


def asked(drug: Drug, entry: Entry[Question], links: Links, acute: bool) -> Asked:
    """What a question found of a treatment."""
    kb, pico = links.kb, entry.record.pico
    all_rows = kb.once(summary_of_findings, entry.id)
    rows = [row for row in all_rows if speaks_of(kb, row, drug.related)]
    return Asked(
        people=links.question(entry.id, asked_of(kb, entry.record)),
        given=given_to_all(kb, pico),
        versus=f"against {treatment_phrase(pico.comparator, kb)}",
        cells=tuple(
            _cell(
                heading,
                [row for row in rows if _heading(row, acute) == heading],
                any(_heading(row, acute) == heading for row in all_rows),
                drug,
                links,
            )
            for heading in headings(acute)
        ),
    )


def _heading(row: Row, acute: bool) -> str:
    if row.kind == "harm":
        return "Harms"
    if not acute:
        return "Benefits"
    return "Pain" if PAIN.search(row.label) else "Rescue, function, other"


def _cell(heading: str, rows: list[Row], sought: bool, drug: Drug, links: Links) -> Cell:
    rated = [row for row in rows if is_rated_for(links.kb, row, drug.related)]
    unrated = [row for row in rows if row not in rated]
    return Cell(
        heading,
        sought,
        tuple(_found(row, drug, links) for row in rated),
        tuple(_place(row, links, f"not rated: {counted(len(unrated), 'outcome')}") for row in unrated[:1]),
        "" if rows else "asked, no evidence recorded" if sought else "not asked",
    )


def _found(row: Row, drug: Drug, links: Links) -> Found:
    kb = links.kb
    others = together_with(kb, row, drug.related)
    return Found(
        outcome=_place(row, links, row.label),
        when=when(row),
        verdict=capitalised(row.verdict),
        bearing=row.bearing,
        figures=row.figures,
        against=against(kb, row),
        together=f"rated together with {others}" if others else "",
        certainty=certainty_view(row.grading),
    )


def _place(row: Row, links: Links, text: str) -> Link:
    return Link(text, f"{links.question(row.question).href}#{anchor(row)}")
