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
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.question import Question, QuestionOutcome
from evidence_kb.site.addresses import Link, Links, entry_path
from evidence_kb.site.figures.icons import icon_array
from evidence_kb.site.page import Page, PageType, Part
from evidence_kb.site.source import Site
from evidence_kb.site.views.answer import AnswerLine, answer_lines
from evidence_kb.site.views.citations import reference
from evidence_kb.site.views.claims import ClaimCard, cards
from evidence_kb.site.views.figures import claim_figures
from evidence_kb.site.views.forests import Plot, plots
from evidence_kb.site.views.position import Alert, Group, alerts, entries, guidance, others, rungs, warnings
from evidence_kb.site.views.sides import SideView, context, context_words, sides
from evidence_kb.site.views.sof import SofRow, anchor, sof_row
from evidence_kb.site.views.status import review_words
from evidence_kb.site.views.table import Table
from evidence_kb.site.words import day, sentence


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """The evidence behind one row."""

    row: SofRow
    sides: tuple[SideView, ...]
    context: tuple[ClaimCard, ...]
    context_words: str


@dataclass(frozen=True, slots=True)
class RegimenView:
    """One regimen: the claim, and its doses as a table."""

    claim: ClaimCard
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of the question, formatted."""

    source: Link
    text: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What the page of a question shows."""

    question: str
    review: str
    searched: str
    search: str
    alerts: tuple[Alert, ...]
    answer: tuple[AnswerLine, ...]
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
    regimens: tuple[RegimenView, ...]
    mechanisms: tuple[Group, ...]
    unknown: tuple[str, ...]
    ongoing: tuple[str, ...]
    applies_not_to: tuple[str, ...]
    alternatives: tuple[Link, ...]
    population: tuple[Link, ...]
    intervention: tuple[Link, ...]
    comparator: tuple[Link, ...]
    background: tuple[Link, ...]
    references: tuple[Reference, ...]
    cite: str
    file: str


def make(site: Site) -> Iterator[Page]:
    """One page a question."""
    for entry in site.kb.questions.values():
        path = entry_path("question", entry.id)
        content = _content(site, entry, Links(site.kb, path))
        yield Page(path, content.question, " ".join(line.text for line in content.answer)[:300], content)


def _content(site: Site, entry: Entry[Question], links: Links) -> QuestionPage:
    question, kb, pico = entry.record, links.kb, entry.record.pico
    rows = kb.once(summary_of_findings, entry.id)
    line = kb.once(bottom_line, entry.id)
    safety, guided = entries(question.safety, links), entries(question.guidance, links)
    body = list(dict.fromkeys(p.claim for row in question.outcomes for p in row.body if p.role != "context"))
    return QuestionPage(
        question=question.question,
        review=review_words(question),
        searched=day(question.search.on),
        search=f"{sentence(question.search.method)} search: {question.search.where}",
        alerts=alerts(safety, links),
        answer=answer_lines(line, rows),
        caveats=line.caveats,
        behind=_behind(kb, entry.id),
        rows=tuple(sof_row(row, links) for row in rows),
        icons=tuple(icon for row in rows for icon in _icons(row)),
        plots=plots(entries(body, links), links, "forest"),
        outcomes=tuple(_outcome(row, part, links) for row, part in zip(rows, question.outcomes, strict=True)),
        conflicts=tuple(conflict.text for conflict in kb.once(conflicts, entry.id)),
        safety=warnings(safety, links),
        guidance=guidance(guided, links),
        silence=others(guided, links),
        regimens=_regimens(question, links),
        mechanisms=rungs(entries(question.mechanisms, links), links),
        unknown=_unknown(question, rows),
        ongoing=question.ongoing,
        applies_not_to=question.applies_not_to,
        alternatives=tuple(links.question(id) for id in question.alternatives),
        population=(
            links.term("populations", pico.population),
            *(links.term("conditions", term) for term in pico.conditions),
        ),
        intervention=tuple(links.term("interventions", term) for term in pico.intervention),
        comparator=tuple(links.term("interventions", term) for term in pico.comparator),
        background=tuple(links.term("interventions", term) for term in pico.background),
        references=_references(question, links),
        cite=cite(site, question.question, entry_path("question", entry.id)),
        file=entry.file,
    )


def _behind(kb: KnowledgeBase, id: str) -> str:
    """Unique studies and people behind the rated outcomes; empty where they cannot be told."""
    evidence = evidence_of_question(kb, id)
    return evidence.text if evidence.studies_count is not None else ""


def cite(site: Site, title: str, path: str) -> str:
    """The page as it may be cited: title, library, date, and the address where there is one."""
    address = (site.library.address or "").rstrip("/")
    place = f" {address}/{path.removesuffix('.md')}.html" if address else ""
    end = "" if title.endswith(("?", ".", "!")) else "."
    return f"{title}{end} In: {site.library.title}. Evidence as of {site.as_of}.{place}"


def _outcome(row: Finding, part: QuestionOutcome, links: Links) -> OutcomeView:
    apart = context(part.body, links)
    return OutcomeView(sof_row(row, links), sides(part.body, links), apart, context_words(apart))


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
        f"No {row.label[:1].lower()}{row.label[1:]} either way",
    )
    picture = icon_array(
        f"icons-{anchor(row)}", f"{row.label} among 1000 people", effect.baseline, effect.with_intervention, words
    )
    yield Part(("figures/icons.svg.j2",), picture)


def _regimens(question: Question, links: Links) -> tuple[RegimenView, ...]:
    found = cards(question.regimens, links)
    records = [links.kb.claims[id].record for id in question.regimens if id in links.kb.claims]
    return tuple(
        RegimenView(short, claim_figures(claim, links).tables) for short, claim in zip(found, records, strict=True)
    )


def _unknown(question: Question, rows: tuple[Finding, ...]) -> tuple[str, ...]:
    """Outcomes without a rated or told effect, and a search that was not systematic."""
    found = []
    for row in rows:
        when = f" ({', '.join(filter(None, (row.timepoint, row.subgroup)))})" if row.timepoint or row.subgroup else ""
        if row.grading.level is None or row.effect == "uncertain":
            found.append(f"{row.label}{when}: {row.summary or row.sentence}")
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
