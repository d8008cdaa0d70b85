"""The substantiation file of an audit: every statement with its verdict and the full citations behind it, for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.knowledge_base import Entry
from evidence_kb.records.audit import Audit, Statement
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.citations import CitationView, citation_view
from evidence_kb.site.views.facts import Fact, facts
from evidence_kb.site.views.status import review_words
from evidence_kb.site.views.verdicts import Count, counts, searched_words
from evidence_kb.site.words import CONSEQUENCES, STANCES, VERDICTS, counted, day, plain

FOLDER = "substantiation"


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim with the stance that it takes, why it is indirect where it is, and where each of it was read."""

    stance: str
    name: str
    claim: Link
    indirect: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class StatementFile:
    """One statement of the document and everything that its verdict rests on."""

    id: str
    says: str
    locator: str
    verdict: str
    verdict_id: str
    consequence: str
    reason: str
    honest_wording: str
    searched: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class SubstantiationPage:
    """What the substantiation file of an audit shows."""

    title: str
    audit: Link
    document: tuple[Fact, ...]
    as_of: str
    review: str
    total: str
    counts: tuple[Count, ...]
    statements: tuple[StatementFile, ...]
    method: Link


def path_of(id: str) -> str:
    """The page of an audit's substantiation file."""
    return f"{FOLDER}/{id}.md"


def make(site: Site) -> Iterator[Page]:
    """One page an audit."""
    for entry in site.kb.audits.values():
        path = path_of(entry.id)
        content = _content(entry, Links(site.kb, path))
        words = f"Every statement of the document with its verdict and the full citations: {content.total}."
        yield Page(path, f"Substantiation file: {content.title}", words, content)


def _content(entry: Entry[Audit], links: Links) -> SubstantiationPage:
    audit = entry.record
    return SubstantiationPage(
        title=audit.document.title,
        audit=links.audit(entry.id),
        document=facts(audit.document, links, {"title"}),
        as_of=day(audit.as_of),
        review=review_words(audit),
        total=counted(len(audit.statements), "statement"),
        counts=counts(audit),
        statements=tuple(_statement(statement, links) for statement in audit.statements),
        method=links.page("method.md", "Method"),
    )


def _statement(statement: Statement, links: Links) -> StatementFile:
    return StatementFile(
        id=statement.id,
        says=statement.says,
        locator=statement.locator,
        verdict=VERDICTS[statement.verdict],
        verdict_id=statement.verdict,
        consequence=CONSEQUENCES[statement.consequence],
        reason=statement.reason,
        honest_wording=statement.honest_wording,
        searched=searched_words(statement),
        proofs=tuple(proof for stance in STANCES for proof in _proofs(statement, stance, links)),
    )


def _proofs(statement: Statement, stance: str, links: Links) -> Iterator[Proof]:
    for link in statement.claims:
        entry = links.kb.claims.get(link.claim)
        if link.stance != stance or entry is None:
            continue
        yield Proof(
            stance=stance,
            name=STANCES[stance],
            claim=links.claim(link.claim),
            indirect=", ".join(map(plain, link.indirect_because or ())),
            citations=tuple(citation_view(citation, links) for citation in entry.record.citations),
        )


SUBSTANTIATION = PageType("substantiation", "substantiation.md.j2", SubstantiationPage, make, "Audits")
