"""The evidence map: treatments against outcomes, with the people studied, the certainty, and the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.study_identity import unique_evidence
from evidence_kb.analysis.summary_of_findings import Row as FoundRow
from evidence_kb.analysis.summary_of_findings import summary_of_findings
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.term import Intervention
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.figures.bubbles import Bubble, bubbles
from evidence_kb.site.page import Page, PageType, Part
from evidence_kb.site.source import Site
from evidence_kb.site.views.table import Row, Table, head, linked, table, text
from evidence_kb.site.words import counted

MOST_ROWS, MOST_COLUMNS = 24, 12


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the page shows."""

    drawing: Part
    numbers: Table
    left_out: str


@dataclass(slots=True)
class _Cell:
    claims: list[str]
    rows: list[FoundRow]


def make(site: Site) -> Iterator[Page]:
    """The one page of the map."""
    path, kb = "evidence-map.md", site.kb
    links = Links(kb, path)
    cells = _cells(kb)
    down, across = _chosen(cells)
    drawn = [_bubble(kb, cells.get((i, o)), down.index(i), across.index(o)) for i in down for o in across]
    drawing = bubbles(
        [kb.label("interventions", id) for id in down],
        [kb.label("outcomes", id) for id in across],
        [bubble for bubble in drawn if bubble is not None],
    )
    pairs = len(cells)
    shown = sum((i, o) in cells for i in down for o in across)
    left_out = (
        f"{counted(pairs - shown, 'further pair')} of treatment and outcome stand in the table only."
        if pairs > shown
        else ""
    )
    content = MapPage(Part(("figures/bubbles.svg.j2",), drawing), _numbers(kb, cells, links), left_out)
    yield Page(
        path,
        "Evidence map",
        "Which treatments were studied for which outcomes, in how many people, how surely.",
        content,
    )


def _cells(kb: KnowledgeBase) -> dict[tuple[str, str], _Cell]:
    found: dict[tuple[str, str], _Cell] = {}
    for entry in kb.claims.values():
        if isinstance(entry.record, Finding):
            for term in kb.interventions(entry.record):
                if not _is_control(kb, term):
                    found.setdefault((term, entry.record.outcome), _Cell([], [])).claims.append(entry.id)
    for question in kb.questions.values():
        for row in kb.once(summary_of_findings, question.id):
            for term in question.record.pico.intervention:
                found.setdefault((term, row.outcome), _Cell([], [])).rows.append(row)
    return found


def _is_control(kb: KnowledgeBase, term: str) -> bool:
    record = kb.term("interventions", term)
    return isinstance(record, Intervention) and record.control is not None


def _chosen(cells: dict[tuple[str, str], _Cell]) -> tuple[list[str], list[str]]:
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


def _bubble(kb: KnowledgeBase, cell: _Cell | None, down: int, across: int) -> Bubble | None:
    if cell is None:
        return None
    people = unique_evidence(cell.claims, kb).people_count
    level = next((row.grading.level for row in cell.rows if row.grading.level), None)
    symbol = next((row.grading.symbol for row in cell.rows if row.grading.level), "")
    return Bubble(down, across, people, level or "none", symbol)


def _numbers(kb: KnowledgeBase, cells: dict[tuple[str, str], _Cell], links: Links) -> Table:
    rows = []
    for (term, outcome), cell in sorted(
        cells.items(), key=lambda kv: (kb.label("interventions", kv[0][0]), kb.label("outcomes", kv[0][1]))
    ):
        evidence = unique_evidence(cell.claims, kb)
        graded = [row for row in cell.rows if row.grading.level]
        questions = tuple(links.question(id) for id in dict.fromkeys(row.question for row in cell.rows))
        rows.append(
            Row(
                (
                    head(links.term("interventions", term)),
                    linked(links.term("outcomes", outcome)),
                    text(evidence.text if cell.claims else "no claim"),
                    text(f"{graded[0].grading.symbol} {graded[0].grading.text}" if graded else "not rated"),
                    linked(*questions) if questions else linked(Link("no question")),
                )
            )
        )
    return table(
        "Treatments and outcomes: the numbers", ["Treatment", "Outcome", "Evidence", "Certainty", "Question"], rows
    )


EVIDENCE_MAP = PageType("evidence-map", "evidence_map.md.j2", MapPage, make, "Questions")
