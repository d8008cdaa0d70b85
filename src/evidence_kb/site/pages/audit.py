"""The page of an audit: a document, statement by statement, with verdicts, honest wording and omissions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.knowledge_base import Entry
from evidence_kb.records.audit import Audit, Omission, Statement
from evidence_kb.site.addresses import Link, Links, entry_path
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.pages.substantiation import path_of
from evidence_kb.site.source import Site
from evidence_kb.site.views.claims import ClaimCard, card, cards
from evidence_kb.site.views.facts import Fact, facts
from evidence_kb.site.views.status import review_words
from evidence_kb.site.views.verdicts import Count, counts, searched_words
from evidence_kb.site.words import CONSEQUENCES, STANCES, VERDICTS, counted, day, plain, sentence

SUMS = {"supports": "for", "contradicts": "against", "qualifies": "with a but"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims of one stance."""

    stance: str
    name: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement of the document with its verdict."""

    id: str
    anchor: str
    locator: str
    says: str
    figures: tuple[str, ...]
    verdict: str
    verdict_id: str
    faults: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    sums: str
    searched: str
    consequence: str
    reason: str
    honest_wording: str


@dataclass(frozen=True, slots=True)
class OmissionView:
    """Something that the document leaves out."""

    what: str
    consequence: str
    honest_wording: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The statements that have one verdict, as links into the page."""

    verdict: str
    verdict_id: str
    statements: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """What the page of an audit shows."""

    title: str
    document: tuple[Fact, ...]
    as_of: str
    review: str
    total: str
    counts: tuple[Count, ...]
    by_verdict: tuple[VerdictGroup, ...]
    statements: tuple[StatementView, ...]
    omissions: tuple[OmissionView, ...]
    substantiation: Link
    file: str


def make(site: Site) -> Iterator[Page]:
    """One page an audit."""
    for entry in site.kb.audits.values():
        path = entry_path("audit", entry.id)
        content = _content(entry, Links(site.kb, path))
        words = ", ".join(f"{count.number} {count.verdict.lower()}" for count in content.counts)
        yield Page(path, f"Audit: {content.title}", f"{content.total} against the evidence: {words}."[:300], content)


def _content(entry: Entry[Audit], links: Links) -> AuditPage:
    audit = entry.record
    return AuditPage(
        title=audit.document.title,
        document=facts(audit.document, links, {"title"}),
        as_of=day(audit.as_of),
        review=review_words(audit),
        total=counted(len(audit.statements), "statement"),
        counts=counts(audit),
        by_verdict=tuple(_group(count, audit) for count in counts(audit)),
        statements=tuple(_statement(statement, links) for statement in audit.statements),
        omissions=tuple(_omission(omission, links) for omission in audit.omissions),
        substantiation=links.page(path_of(entry.id), "Substantiation file, for printing"),
        file=entry.file,
    )


def anchor(statement: Statement) -> str:
    """The anchor of a statement on the page of its audit."""
    return f"statement-{''.join(sign for sign in statement.id.lower() if sign.isalnum())}"


def _group(count: Count, audit: Audit) -> VerdictGroup:
    fitting = (statement for statement in audit.statements if statement.verdict == count.verdict_id)
    found = tuple(Link(f"{one.id} {one.says}", f"#{anchor(one)}") for one in fitting)
    return VerdictGroup(count.verdict, count.verdict_id, found)


def _statement(statement: Statement, links: Links) -> StatementView:
    evidence = []
    for stance, name in STANCES.items():
        found = tuple(
            card(links.kb.claims[link.claim], links, _indirect(link.indirect_because))
            for link in statement.claims
            if link.stance == stance and link.claim in links.kb.claims
        )
        if found:
            evidence.append(Evidence(stance, name, found))
    return StatementView(
        id=statement.id,
        anchor=anchor(statement),
        locator=statement.locator,
        says=statement.says,
        figures=statement.figures,
        verdict=VERDICTS[statement.verdict],
        verdict_id=statement.verdict,
        faults=tuple(sentence(fault) for fault in statement.faults),
        evidence=tuple(evidence),
        sums="Evidence: " + ", ".join(f"{len(part.claims)} {SUMS[part.stance]}" for part in evidence),
        searched=searched_words(statement),
        consequence=CONSEQUENCES[statement.consequence],
        reason=statement.reason,
        honest_wording=statement.honest_wording,
    )


def _indirect(reasons: tuple[str, ...] | None) -> str:
    return f"indirect: another {', '.join(map(plain, reasons))}" if reasons else ""


def _omission(omission: Omission, links: Links) -> OmissionView:
    return OmissionView(
        omission.what, CONSEQUENCES[omission.consequence], omission.honest_wording, cards(omission.claims, links)
    )


AUDIT = PageType("audit", "audit.md.j2", AuditPage, make, "Audits")
