"""The index of the search: every page as a document, every word with its weight, as one script that needs no server."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.outputs import OutputFile
from evidence_kb.records.term import Intervention
from evidence_kb.site.addresses import TERM_PAGES, entry_path, source_name
from evidence_kb.site.pages.audit import anchor
from evidence_kb.site.pages.terms import says_something
from evidence_kb.site.search_document import STOP, Document, address
from evidence_kb.site.search_questions import question_documents
from evidence_kb.site.search_warnings import warning_documents
from evidence_kb.site.term_names import endings, names
from evidence_kb.site.views.claims import type_words
from evidence_kb.site.words import VERDICTS, plain

PATH = "assets/search-data.js"
KINDS = (
    "Question",
    "Warnings",
    "Treatment",
    "Condition",
    "Outcome",
    "Audit",
    "Statement",
    "Claim",
    "Source",
    "Term",
    "Page",
)
DOCUMENTS = "flyer brochure leaflet booklet handout website web page clinic page article"
"""What people call a public document that was audited."""
TERM_KIND = {"interventions": "Treatment", "conditions": "Condition", "outcomes": "Outcome"}
PAGES = (
    ("compare", "Compare treatments", "compare options side by side guideline grade"),
    ("evidence-map", "Evidence map", "gaps overview"),
    ("mechanisms", "How it may work", "mechanism map"),
    ("overlap", "Reviews and trials", "double counting matrix"),
    ("method", "Method", "how this library is made GRADE certainty search limitations review"),
    ("review-due", "Review due", "currency up to date"),
    ("changes", "Changes", "what is new updates"),
    ("downloads/index", "Downloads", "export json csv bibtex fhir"),
)


def search_index(kb: KnowledgeBase) -> OutputFile:
    """The index as a script that sets `kbSearch`; loaded when somebody first searches."""
    documents = [
        *question_documents(kb),
        *warning_documents(kb),
        *_terms(kb),
        *_audits(kb),
        *_claims(kb),
        *_sources(kb),
        *_pages(),
    ]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for word, weight in document.words.items():
            postings[word] += [number, weight]
    data = {
        "kinds": KINDS,
        "stop": STOP,
        "endings": [word for word in endings(kb, kb.terms) if word in postings],
        "docs": [[KINDS.index(d.kind), d.title, d.address, d.below] for d in documents],
        "words": {word: postings[word] for word in sorted(postings)},
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return OutputFile(PATH, f"window.kbSearch={text};\n".encode())


def _terms(kb: KnowledgeBase) -> Iterator[Document]:
    """Terms; a page that holds neither a question nor a claim is no answer to a search."""
    for (kind, id), entry in kb.terms.items():
        paged = kind in TERM_PAGES
        if paged and not says_something(kb, kind, id):
            continue
        place = address(entry_path(kind, id)) if paged else address("glossary.md", f"{kind}-{id}")
        meaning = (entry.record.definition or "")[:120]
        document = Document(TERM_KIND.get(kind, "Term"), entry.record.label, place, meaning)
        document.add(" ".join(names(kb, (kind, id))), 6)
        if isinstance(entry.record, Intervention) and entry.record.route:
            document.add(" ".join(names(kb, ("routes", entry.record.route))), 3)
        document.add(entry.record.definition or "", 1)
        yield document


def _audits(kb: KnowledgeBase) -> Iterator[Document]:
    for entry in kb.audits.values():
        title, path = entry.record.document.title, entry_path("audit", entry.id)
        document = Document("Audit", title, address(path), "")
        document.add(title, 6)
        document.add(f"{plain(entry.record.document.kind)} {entry.record.document.publisher or ''} {DOCUMENTS}", 5)
        yield document
        for statement in entry.record.statements:
            said = Document("Statement", statement.says, address(path, anchor(statement)), VERDICTS[statement.verdict])
            said.add(statement.says, 5)
            said.add(title, 1)
            yield said


def _claims(kb: KnowledgeBase) -> Iterator[Document]:
    for entry in kb.claims.values():
        claim = entry.record
        source = kb.sources.get(claim.citations[0].source) if claim.citations else None
        name = kb.once(source_name, source.id) if source else ""
        document = Document(
            "Claim", claim.statement, address(entry_path("claim", entry.id)), f"{type_words(claim)}. {name}"
        )
        document.add(claim.statement, 4)
        document.add(name, 4)
        for variable in claim.variables():
            document.add(kb.label(variable.kind, variable.id) if variable.what == "term" else variable.id, 2)
        for id in kb.interventions(claim):
            document.add(kb.label("interventions", id), 3)
        yield document


def _sources(kb: KnowledgeBase) -> Iterator[Document]:
    for entry in kb.sources.values():
        csl = entry.record.csl
        document = Document(
            "Source", kb.once(source_name, entry.id), address(entry_path("source", entry.id)), (csl.title or "")[:140]
        )
        document.add(" ".join([name.family or name.literal or "" for name in csl.author]), 5)
        document.add(f"{csl.title or ''} {csl.title_short or ''}", 4)
        document.add(f"{(csl.issued or '')[:4]} {csl.container_title or ''} {csl.doi or ''} {csl.pmid or ''}", 3)
        yield document


def _pages() -> Iterable[Document]:
    for path, title, more in PAGES:
        document = Document("Page", title, f"{path}.html", "")
        document.add(title, 5)
        document.add(more, 4)
        yield document
