"""The index of the search: every page as a document, every word with its weight, as one script that needs no server."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.outputs import OutputFile
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.question import Question
from evidence_kb.records.term import Intervention
from evidence_kb.site.addresses import TERM_PAGES, entry_path, source_name
from evidence_kb.site.views.claims import type_words

PATH = "assets/search-data.js"
KINDS = ("Question", "Treatment", "Condition", "Outcome", "Audit", "Claim", "Source", "Term", "Page")
TERM_KIND = {"interventions": "Treatment", "conditions": "Condition", "outcomes": "Outcome"}
PAGES = (
    ("compare", "Compare treatments", "compare options side by side guideline grade"),
    ("safety", "Can I give it to or with …?", "contraindications interactions warnings pregnancy kidney safe with"),
    ("evidence-map", "Evidence map", "gaps overview"),
    ("mechanisms", "How it may work", "mechanism map"),
    ("overlap", "Reviews and trials", "double counting matrix"),
    ("method", "Method", "how this library is made GRADE certainty search limitations review"),
    ("review-due", "Review due", "currency up to date"),
    ("changes", "Changes", "what is new updates"),
    ("downloads/index", "Downloads", "export json csv bibtex fhir"),
)
_WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "do",
        "does",
        "for",
        "from",
        "has",
        "in",
        "into",
        "is",
        "it",
        "its",
        "not",
        "of",
        "on",
        "or",
        "than",
        "that",
        "the",
        "to",
        "was",
        "were",
        "with",
    ]
)


@dataclass(slots=True)
class _Document:
    kind: str
    title: str
    address: str
    below: str
    words: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, text: str, weight: int) -> None:
        for word in words(text):
            self.words[word] = max(self.words[word], weight)


def words(text: str) -> Iterator[str]:
    """The words of a text as the index keeps them: lower case, without accents, plural s and words that say nothing."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss")).encode("ascii", "ignore").decode()
    for word in _WORD.findall(plain):
        if word not in _STOP:
            yield stem(word)


def stem(word: str) -> str:
    """The word without a plural s; the script that searches does the same."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def search_index(kb: KnowledgeBase) -> OutputFile:
    """The index as a script that sets `kbSearch`; loaded when somebody first searches."""
    documents = [*_questions(kb), *_terms(kb), *_audits(kb), *_claims(kb), *_sources(kb), *_pages()]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for word, weight in document.words.items():
            postings[word] += [number, weight]
    data = {
        "kinds": KINDS,
        "docs": [[KINDS.index(d.kind), d.title, d.address, d.below] for d in documents],
        "words": {word: postings[word] for word in sorted(postings)},
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return OutputFile(PATH, f"window.kbSearch={text};\n".encode())


def _address(path: str) -> str:
    return path.removesuffix(".md") + ".html"


def _term_words(kb: KnowledgeBase, kind: str, id: str, depth: int = 3) -> Iterator[str]:
    """Label, synonyms, abbreviation and substance of a term, and those of its broader terms and its route."""
    term = kb.term(kind, id)
    if term is None or not depth:
        return
    yield " ".join((term.label, term.abbreviation or "", *term.synonyms))
    if isinstance(term, Intervention):
        yield term.substance or ""
        if term.route:
            yield from _term_words(kb, "routes", term.route, 1)
    for up in term.broader:
        yield from _term_words(kb, kind, up, depth - 1)


def _questions(kb: KnowledgeBase) -> Iterator[_Document]:
    for entry in sorted(kb.questions.values(), key=lambda entry: (*_breadth(kb, entry.record), entry.id)):
        question: Question = entry.record
        pico = question.pico
        document = _Document("Question", question.question, _address(entry_path("question", entry.id)), "")
        document.add(question.question, 10)
        for kind, ids, weight in (
            ("interventions", pico.intervention, 7),
            ("conditions", pico.conditions, 6),
            ("outcomes", tuple(row.outcome for row in question.outcomes), 4),
            ("interventions", pico.comparator, 3),
            ("populations", (pico.population,), 4),
        ):
            for id in ids:
                for text in _term_words(kb, kind, id):
                    document.add(text, weight)
        for row in question.outcomes:
            document.add(f"{row.subgroup.by} {row.subgroup.level}" if row.subgroup else "", 7)
            document.add(row.summary or "", 2)
        for id in question.regimens:
            claim = kb.claims[id].record if id in kb.claims else None
            if isinstance(claim, Regimen):
                document.add(
                    " ".join(f"{o.every or ''} {o.over or ''} {o.dose.amount} {o.dose.unit}" for o in claim.options), 5
                )
        listed = (*question.regimens, *question.safety, *question.guidance, *question.mechanisms)
        for id in listed:
            document.add(kb.claims[id].record.statement if id in kb.claims else "", 1)
        yield document


def _breadth(kb: KnowledgeBase, question: Question) -> tuple[bool, int]:
    """The plainest question first among equals: against placebo or nothing, with nothing given besides."""
    terms = [kb.term("interventions", id) for id in question.pico.comparator]
    plain = all(isinstance(term, Intervention) and term.control in ("placebo", "none") for term in terms)
    return not plain, len(question.pico.background) + len(question.pico.intervention)


def _terms(kb: KnowledgeBase) -> Iterator[_Document]:
    for (kind, id), entry in kb.terms.items():
        paged = kind in TERM_PAGES
        address = _address(entry_path(kind, id)) if paged else f"glossary.html#{kind}-{id}"
        document = _Document(
            TERM_KIND.get(kind, "Term"), entry.record.label, address, (entry.record.definition or "")[:120]
        )
        document.add(" ".join((entry.record.label, entry.record.abbreviation or "", *entry.record.synonyms)), 6)
        if isinstance(entry.record, Intervention) and entry.record.route:
            for text in _term_words(kb, "routes", entry.record.route, 1):
                document.add(text, 3)
        document.add(entry.record.definition or "", 1)
        yield document


def _audits(kb: KnowledgeBase) -> Iterator[_Document]:
    for entry in kb.audits.values():
        document = _Document("Audit", entry.record.document.title, _address(entry_path("audit", entry.id)), "")
        document.add(entry.record.document.title, 6)
        for statement in entry.record.statements:
            document.add(statement.says, 2)
        yield document


def _claims(kb: KnowledgeBase) -> Iterator[_Document]:
    for entry in kb.claims.values():
        claim = entry.record
        source = kb.sources.get(claim.citations[0].source) if claim.citations else None
        name = kb.once(source_name, source.id) if source else ""
        document = _Document(
            "Claim", claim.statement, _address(entry_path("claim", entry.id)), f"{type_words(claim)}. {name}"
        )
        document.add(claim.statement, 4)
        document.add(name, 4)
        for variable in claim.variables():
            document.add(kb.label(variable.kind, variable.id) if variable.what == "term" else variable.id, 2)
        for id in kb.interventions(claim):
            document.add(kb.label("interventions", id), 3)
        yield document


def _sources(kb: KnowledgeBase) -> Iterator[_Document]:
    for entry in kb.sources.values():
        csl = entry.record.csl
        document = _Document(
            "Source", kb.once(source_name, entry.id), _address(entry_path("source", entry.id)), (csl.title or "")[:140]
        )
        document.add(" ".join([name.family or name.literal or "" for name in csl.author]), 5)
        document.add(f"{csl.title or ''} {csl.title_short or ''}", 4)
        document.add(f"{(csl.issued or '')[:4]} {csl.container_title or ''} {csl.doi or ''} {csl.pmid or ''}", 3)
        yield document


def _pages() -> Iterable[_Document]:
    for path, title, more in PAGES:
        document = _Document("Page", title, f"{path}.html", "")
        document.add(title, 5)
        document.add(more, 4)
        yield document
