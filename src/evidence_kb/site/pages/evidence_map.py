"""The evidence map: treatments against outcomes, with the people studied, every rating, and the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.directions import is_control
from evidence_kb.analysis.study_identity import unique_evidence
from evidence_kb.analysis.summary_of_findings import Row, summary_of_findings
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.figures.bubbles import Bubble, bubbles
from evidence_kb.site.page import Page, PageType, Part
from evidence_kb.site.source import Site
from evidence_kb.site.views.certainty import CertaintyView, certainty_view
from evidence_kb.site.views.drugs import drug_of
from evidence_kb.site.views.ratings import rated_of, rated_rows, speaks_of
from evidence_kb.site.views.sof import anchor
from evidence_kb.site.words import counted

MOST_ROWS, MOST_COLUMNS = 24, 12


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating of an outcome with the question that it answers."""

    certainty: CertaintyView
    question: Link


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One outcome of a treatment: the evidence, every rating, and the questions that could not rate it."""

    outcome: Link
    evidence: str
    ratings: tuple[Rating, ...]
    unrated: tuple[Link, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class Treatment:
    """One treatment with all its outcomes; `label` is the text of its link."""

    label: str
    page: Link
    counts: str
    outcomes: tuple[OutcomeLine, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Some treatments under a heading."""

    heading: str
    treatments: tuple[Treatment, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the page shows."""

    drawing: Part
    left_out: str
    groups: tuple[Group, ...]


@dataclass(slots=True)
class _Cell:
    claims: list[str]
    rows: list[Row]


Cells = dict[tuple[str, str], _Cell]


def make(site: Site) -> Iterator[Page]:
    """The one page of the map."""
    path, kb = "evidence-map.md", site.kb
    cells = _cells(kb)
    down, across = _chosen(cells)
    drawn = [_bubble(kb, i, cells.get((i, o)), down.index(i), across.index(o)) for i in down for o in across]
    drawing = bubbles(
        [kb.label("interventions", id) for id in down],
        [kb.label("outcomes", id) for id in across],
        [bubble for bubble in drawn if bubble is not None],
    )
    further = len(cells) - sum((i, o) in cells for i in down for o in across)
    left_out = f"{counted(further, 'further pair')} of treatment and outcome stand in the list only." if further else ""
    content = MapPage(Part(("figures/bubbles.svg.j2",), drawing), left_out, _groups(cells, Links(kb, path)))
    words = "Which treatments were studied for which outcomes, in how many people, how surely."
    yield Page(path, "Evidence map", words, content)


def _cells(kb: KnowledgeBase) -> Cells:
    """Every pair that a claim or a question speaks of; a row stands only at the treatments of which it speaks."""
    found: Cells = {}
    for entry in kb.claims.values():
        if isinstance(entry.record, Finding):
            for term in kb.interventions(entry.record):
                if not is_control(term, kb):
                    found.setdefault((term, entry.record.outcome), _Cell([], [])).claims.append(entry.id)
    for question in kb.questions.values():
        for row in kb.once(summary_of_findings, question.id):
            for term in question.record.pico.intervention:
                if speaks_of(kb, row, kb.once(drug_of, term).related):
                    found.setdefault((term, row.outcome), _Cell([], [])).rows.append(row)
    return found


def _chosen(cells: Cells) -> tuple[list[str], list[str]]:
    """The treatments and outcomes with the most claims, those of questions first."""
    down: Counter[str] = Counter()
    across: Counter[str] = Counter()
    for (term, outcome), cell in cells.items():
        weight = len(cell.claims) + 1000 * len(cell.rows)
        down[term] += weight
        across[outcome] += weight
    return _most(down, MOST_ROWS), _most(across, MOST_COLUMNS)


def _most(counter: Counter[str], number: int) -> list[str]:
    return [id for id, _ in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))[:number]]


def _bubble(kb: KnowledgeBase, term: str, cell: _Cell | None, down: int, across: int) -> Bubble | None:
    if cell is None:
        return None
    people = unique_evidence(cell.claims, kb).people_count
    rated = rated_rows(kb, cell.rows, kb.once(drug_of, term).related)
    differ = len({row.grading.level for row in rated}) > 1
    return Bubble(down, across, people, rated[0].grading.symbol if rated else "", "*" if differ else "")


def _groups(cells: Cells, links: Links) -> tuple[Group, ...]:
    """The treatments with a question, then the rest, each by label."""
    kb = links.kb
    of: dict[str, Cells] = {}
    for (term, outcome), cell in cells.items():
        of.setdefault(term, {})[term, outcome] = cell
    terms = sorted(of, key=lambda id: (kb.label("interventions", id).casefold(), id))
    asked = [id for id in terms if any(cell.rows for cell in of[id].values())]
    rest = [id for id in terms if id not in asked]
    named = (("Treatments with a question", asked), ("Treatments without a question", rest))
    return tuple(Group(heading, tuple(_treatment(id, of[id], links) for id in ids)) for heading, ids in named if ids)


def _treatment(term: str, cells: Cells, links: Links) -> Treatment:
    kb = links.kb
    lines = [_line(term, outcome, cell, links) for (_, outcome), cell in cells.items()]
    lines.sort(key=lambda line: (not line.ratings, not line.unrated, line.outcome.text.casefold()))
    rated = sum(bool(line.ratings) for line in lines)
    counts = f"{counted(len(lines), 'outcome')}, {rated or 'none'} rated"
    label = kb.label("interventions", term)
    return Treatment(label, links.term("interventions", term, "What this library says of it"), counts, tuple(lines))


def _line(term: str, outcome: str, cell: _Cell, links: Links) -> OutcomeLine:
    kb = links.kb
    rated = rated_rows(kb, cell.rows, kb.once(drug_of, term).related)
    questions = dict.fromkeys(row.question for row in cell.rows)
    answered = {row.question for row in rated}
    return OutcomeLine(
        outcome=links.term("outcomes", outcome),
        evidence=unique_evidence(cell.claims, kb).text if cell.claims else "no claim",
        ratings=tuple(_rating(term, row, links) for row in rated),
        unrated=tuple(links.question(id) for id in questions if id not in answered),
        gap="" if cell.rows else "no question",
    )


def _rating(term: str, row: Row, links: Links) -> Rating:
    words = rated_of(links.kb, row, links.kb.once(drug_of, term).related)
    link = links.question(row.question)
    return Rating(certainty_view(row.grading), Link(words, f"{link.href}#{anchor(row)}"))


EVIDENCE_MAP = PageType("evidence-map", "evidence_map.md.j2", MapPage, make, "Questions")
