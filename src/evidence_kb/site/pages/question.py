"""The page of a question: bottom line, numbers, claims on every side, safety, guidance, mechanisms, sources, method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.absolute_effects import AbsoluteEffect
from evidence_kb.analysis.bottom_line import bottom_line
from evidence_kb.analysis.conflicts import conflicts
from evidence_kb.analysis.overlap import evidence_of_question
from evidence_kb.analysis.summary_of_findings import Row as Finding
from evidence_kb.analysis.summary_of_findings import summary_of_findings
from evidence_kb.analysis.wording import in_sentence
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.question import Pico, Question, QuestionOutcome
from evidence_kb.site.addresses import Link, Links, entry_path
from evidence_kb.site.figures.icons import icon_array
from evidence_kb.site.page import Page, PageType, Part
from evidence_kb.site.source import Site
from evidence_kb.site.views.answer import AnswerLine, answer_lines, compared
from evidence_kb.site.views.citations import reference
from evidence_kb.site.views.claims import ClaimCard
from evidence_kb.site.views.forests import Plot, plots
from evidence_kb.site.views.guideline_lines import GuidelineLine, guideline_lines
from evidence_kb.site.views.position import Alert, Group, alerts, entries, guidance, others, rungs, warnings
from evidence_kb.site.views.regimens import regimen_tables
from evidence_kb.site.views.sides import SideView, context, context_words, sides
from evidence_kb.site.views.sof import SofRow, anchor, sof_row
from evidence_kb.site.views.status import review_words
from evidence_kb.site.views.table import Table
from evidence_kb.site.words import day, sentence


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """The evidence behind one row; `first` where the bottom line speaks of it, `sums` counts what there is."""

    row: SofRow
    first: bool
    sums: str
    sides: tuple[SideView, ...]
    context: tuple[ClaimCard, ...]
    context_words: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of the question, formatted."""

    source: Link
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question by its parts: PICO, and what everybody receives."""

    population: tuple[Link, ...]
    intervention: tuple[Link, ...]
    comparator: tuple[Link, ...]
    background: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What the page of a question shows."""

    question: str
    review: str
    searched: str
    search: str
    alerts: tuple[Alert, ...]
    compared: str
    answer: tuple[AnswerLine, ...]
    guidelines: tuple[GuidelineLine, ...]
    caveats: tuple[str, ...]
    behind: str
    rows: tuple[SofRow, ...]
    icons: tuple[Part, ...]
    plots: tuple[Plot, ...]
    outcomes: tuple[OutcomeView, ...]
    conflicts: tuple[str, ...]
    safety: tuple[Group, ...]
    guidance: tuple[Table, ...]
    silence: tuple[ClaimCard, ...]
    regimens: tuple[Table, ...]
    mechanisms: tuple[Group, ...]
    mechanisms_sums: str
    unknown: tuple[str, ...]
    ongoing: tuple[str, ...]
    applies_not_to: tuple[str, ...]
    alternatives: tuple[Link, ...]
    asked: Asked
    references: tuple[Reference, ...]
    cite: str
    file: str


def make(site: Site) -> Iterator[Page]:
    """One page a question."""
    for entry in site.kb.questions.values():
        path = entry_path("question", entry.id)
        content = _content(site, entry, Links(site.kb, path))
        yield Page(path, content.question, site.kb.once(bottom_line, entry.id).text[:300], content)


def _content(site: Site, entry: Entry[Question], links: Links) -> QuestionPage:
    question, kb = entry.record, links.kb
    rows = kb.once(summary_of_findings, entry.id)
    line = kb.once(bottom_line, entry.id)
    shown = {said.row for said in line.sentences}
    ladder = rungs(entries(question.mechanisms, links), links)
    safety, guided = entries(question.safety, links), entries(question.guidance, links)
    body = list(dict.fromkeys(p.claim for row in question.outcomes for p in row.body if p.role != "context"))
    return QuestionPage(
        question=question.question,
        review=review_words(question),
        searched=day(question.search.on),
        search=f"{sentence(question.search.method)} search: {question.search.where}",
        alerts=alerts(safety, links),
        compared=compared(question, kb),
        answer=answer_lines(entry, kb),
        guidelines=guideline_lines(guided, question.pico, links),
        caveats=line.caveats,
        behind=_behind(kb, entry.id),
        rows=_rows(kb, entry.id, links),
        icons=tuple(icon for row in rows for icon in _icons(row)),
        plots=plots(entries(body, links), links, "forest", frozenset(question.pico.intervention)),
        outcomes=_outcomes(question, rows, shown, links),
        conflicts=tuple(conflict.text for conflict in kb.once(conflicts, entry.id)),
        safety=warnings(safety, links),
        guidance=guidance(guided, links),
        silence=others(guided, links),
        regimens=regimen_tables(entries(question.regimens, links), links),
        mechanisms=ladder,
        mechanisms_sums=sentence("; ".join(f"{rung.heading}: {len(rung.claims)}" for rung in ladder)),
        unknown=_unknown(question, rows),
        ongoing=question.ongoing,
        applies_not_to=question.applies_not_to,
        alternatives=tuple(links.question(id) for id in question.alternatives),
        asked=_asked(question.pico, links),
        references=_references(question, links),
        cite=cite(site, question.question, entry_path("question", entry.id)),
        file=entry.file,
    )


def _rows(kb: KnowledgeBase, id: str, links: Links) -> tuple[SofRow, ...]:
    """The Summary of Findings; what the bottom line tells of a row is not told twice."""
    told = {said.row for said in kb.once(bottom_line, id).sentences if said.note}
    return tuple(sof_row(row, links, told=row.index in told) for row in kb.once(summary_of_findings, id))


def _asked(pico: Pico, links: Links) -> Asked:
    conditions = [links.term("conditions", term) for term in pico.conditions]
    return Asked(
        population=(links.term("populations", pico.population), *conditions),
        intervention=tuple(links.term("interventions", term) for term in pico.intervention),
        comparator=tuple(links.term("interventions", term) for term in pico.comparator),
        background=tuple(links.term("interventions", term) for term in pico.background),
    )


def _behind(kb: KnowledgeBase, id: str) -> str:
    """Unique studies and people behind the rated outcomes; empty where they cannot be told or nothing was rated."""
    evidence = evidence_of_question(kb, id)
    rated = any(row.grading.level for row in kb.once(summary_of_findings, id))
    return evidence.text if rated and evidence.studies_count is not None else ""


def cite(site: Site, title: str, path: str) -> str:
    """The page as it may be cited: title, library, date, and the address where there is one."""
    address = (site.library.address or "").rstrip("/")
    place = f" {address}/{path.removesuffix('.md')}.html" if address else ""
    end = "" if title.endswith(("?", ".", "!")) else "."
    return f"{title}{end} In: {site.library.title}. Evidence as of {site.as_of}.{place}"


def _outcomes(question: Question, rows: tuple[Finding, ...], shown: set[int], links: Links) -> tuple[OutcomeView, ...]:
    pairs = zip(rows, question.outcomes, strict=True)
    return tuple(_outcome(row, part, question.pico, links, row.index in shown) for row, part in pairs)


def _outcome(row: Finding, part: QuestionOutcome, pico: Pico, links: Links, first: bool) -> OutcomeView:
    apart, rated = context(part.body, links), sides(part.body, links, pico)
    sums = [f"{side.brief}: {len(side.claims)}" for side in rated]
    sums += [f"context: {len(apart)}"] if apart else []
    return OutcomeView(
        sof_row(row, links), first, sentence("; ".join(sums)) or "No claim", rated, apart, context_words(apart)
    )


def _icons(row: Finding) -> Iterator[Part]:
    """An icon array where the contract allows one: a cited risk without and a computed risk with the treatment."""
    effect = row.absolute
    if not isinstance(effect, AbsoluteEffect) or effect.baseline is None or effect.with_intervention is None:
        return
    more = effect.with_intervention >= effect.baseline
    words = (
        f"Of 1000 people, {effect.baseline_text} without and {effect.with_text} with the treatment: "
        f"{effect.difference_text}.",
        f"{row.label} either way" if more else f"{row.label} with and without the treatment",
        f"{row.label} only with the treatment" if more else f"{row.label} only without the treatment",
        f"No {in_sentence(row.label).removeprefix('any ')} either way",
    )
    picture = icon_array(
        f"icons-{anchor(row)}", f"{row.label} among 1000 people", effect.baseline, effect.with_intervention, words
    )
    yield Part(("figures/icons.svg.j2",), picture)


def _unknown(question: Question, rows: tuple[Finding, ...]) -> tuple[str, ...]:
    """Outcomes of which nobody can tell what happens to them, and a search that was not systematic."""
    found = []
    for row in rows:
        when = f" ({', '.join(filter(None, (row.timepoint, row.subgroup)))})" if row.timepoint or row.subgroup else ""
        if row.grading.level in (None, "very-low") or row.effect == "uncertain":
            found.append(f"{row.label}{when}: {row.verdict}.")
    if question.search.method != "systematic":
        found.append("Studies that a systematic search would have found may be missing.")
    return tuple(found)


def _references(question: Question, links: Links) -> tuple[Reference, ...]:
    claims = [part.claim for row in question.outcomes for part in row.body]
    claims += [*question.safety, *question.guidance, *question.regimens, *question.mechanisms]
    found = {
        citation.source: None
        for id in claims
        if id in links.kb.claims
        for citation in links.kb.claims[id].record.citations
    }
    return tuple(Reference(links.source(id), reference(links, id)) for id in sorted(found))


QUESTION = PageType("question", "question.md.j2", QuestionPage, make, "Questions")
