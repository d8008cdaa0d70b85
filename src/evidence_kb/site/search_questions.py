"""Questions as the search knows them, with a short answer under the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evidence_kb.analysis.hierarchy import Key, above
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.question import Question
from evidence_kb.records.term import Intervention
from evidence_kb.site.addresses import entry_path
from evidence_kb.site.search_document import Document, address, words
from evidence_kb.site.term_names import all_names, names
from evidence_kb.site.views.answer import answer_lines

TITLE, ASIDE = 10, 3
"""Weights of the words of a question, and of those that only name what a treatment is compared with."""
ALSO = {"prevent": "prevention preventive prophylaxis prophylactic"}
"""Other words for a word of a question, by its stem."""


def question_documents(kb: KnowledgeBase) -> Iterator[Document]:
    """Every question, the plainest first: of documents that fit equally well the first is shown first."""
    studied = Counter(share.term for entry in kb.claims.values() for share in entry.record.conditions)
    for entry in sorted(kb.questions.values(), key=lambda entry: (*_breadth(kb, entry.record, studied), entry.id)):
        yield _document(kb, entry)


def _breadth(kb: KnowledgeBase, question: Question, studied: Counter[str]) -> tuple[bool, int, int]:
    """Against placebo or nothing, with nothing given besides, in the condition that most claims are about."""
    terms = [kb.term("interventions", id) for id in question.pico.comparator]
    plain = all(isinstance(term, Intervention) and term.control in ("placebo", "none") for term in terms)
    most = max((studied[id] for id in question.pico.conditions), default=0)
    return not plain, len(question.pico.background) + len(question.pico.intervention), -most


def _document(kb: KnowledgeBase, entry: Entry[Question]) -> Document:
    question, pico = entry.record, entry.record.pico
    document = Document("Question", question.question, address(entry_path("question", entry.id)), _answer(kb, entry))
    fields = (
        ("interventions", pico.intervention, 7),
        ("conditions", pico.conditions, 6),
        ("populations", (pico.population,), 4),
        ("outcomes", tuple(row.outcome for row in question.outcomes), 4),
        ("interventions", pico.comparator, ASIDE),
    )
    named = [(" ".join(_names(kb, kind, ids)), weight) for kind, ids, weight in fields]
    asked = {word for text, weight in named if weight != ASIDE for word in words(text)}
    aside = {word for text, weight in named if weight == ASIDE for word in words(text)} - asked

    def asked_of(text: str) -> str:
        return " ".join(word for word in words(text) if word not in aside)

    document.add(asked_of(question.question), TITLE)
    document.add(" ".join(ALSO.get(word, "") for word in words(question.question)), TITLE)
    document.add(" ".join(_settings(kb, question.question)), 6)
    for text, weight in named:
        document.add(text, weight)
    for row in question.outcomes:
        document.add(asked_of(f"{row.subgroup.by} {row.subgroup.level}") if row.subgroup else "", 7)
        document.add(_time(row.timepoint.printed) if row.timepoint else "", 5)
        document.add(row.summary or "", 2)
    _add_claims(document, kb, question)
    return document


def _names(kb: KnowledgeBase, kind: str, ids: tuple[str, ...]) -> Iterator[str]:
    """The names of terms, of what they belong to, and of the routes of treatments."""
    for id in ids:
        term = kb.term(kind, id)
        route: list[Key] = [("routes", term.route)] if isinstance(term, Intervention) and term.route else []
        yield from all_names(kb, ((kind, id), *sorted(above(kb, (kind, id))), *route))


def _settings(kb: KnowledgeBase, question: str) -> Iterator[str]:
    """The names of the settings that a question names: people type `ED` for an emergency department."""
    asked = f" {' '.join(words(question))} "
    for id in kb.ids("settings"):
        own = names(kb, ("settings", id))
        if any(f" {' '.join(words(name))} " in asked for name in own):
            yield from own


def _time(printed: str) -> str:
    """A time as printed, and with its unit in full: people type `2 hours` where sources print `2 h`."""
    units = {"h": "hour", "min": "minute", "d": "day", "wk": "week", "mo": "month"}
    return " ".join((printed, *(units[word] for word in words(printed) if word in units)))


def _add_claims(document: Document, kb: KnowledgeBase, question: Question) -> None:
    for id in question.regimens:
        claim = kb.claims[id].record if id in kb.claims else None
        for option in claim.options if isinstance(claim, Regimen) else ():
            document.add(f"{option.every or ''} {option.over or ''} {option.dose.amount} {option.dose.unit}", 5)
    for id in (*question.regimens, *question.safety, *question.guidance, *question.mechanisms):
        document.add(kb.claims[id].record.statement if id in kb.claims else "", 1)


def _answer(kb: KnowledgeBase, entry: Entry[Question]) -> str:
    """What happens to the first outcome of the answer, by how much, and how sure one may be."""
    for line in answer_lines(entry, kb)[:1]:
        sure = ", ".join(filter(None, (line.certainty.word, line.certainty.status)))
        said = ", ".join(filter(None, (line.verdict if line.verdict != sure else "", line.figures)))
        return f"{line.outcome}: {'. '.join(filter(None, (said, sure)))}"
    return ""
