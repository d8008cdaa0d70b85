"""The pages of interventions, conditions and outcomes: questions, evidence, warnings, guidance and mechanisms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence_kb.analysis.hierarchy import above, below
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.mechanism import Mechanism
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.claims.regulatory import Regulatory
from evidence_kb.records.claims.safety import Safety
from evidence_kb.records.question import Question
from evidence_kb.records.references import Reference
from evidence_kb.records.term import Term
from evidence_kb.site.addresses import Link, Links, entry_path
from evidence_kb.site.circumstances import circumstances, key_of, treated
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.answer import QuestionCard, question_card
from evidence_kb.site.views.claims import ClaimCard, card
from evidence_kb.site.views.forests import Plot, plots
from evidence_kb.site.views.position import Alert, Group, alerts, guidance, rungs, warnings
from evidence_kb.site.views.table import Table
from evidence_kb.site.words import CLAIM_TYPES, counted, sentence

ELSEWHERE = (Safety, Regulatory, Recommendation, Regimen, Mechanism)


@dataclass(frozen=True, slots=True)
class TermPage:
    """What the page of a term shows."""

    label: str
    kind: str
    definition: str
    synonyms: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    codes: str
    alerts: tuple[Alert, ...]
    questions: tuple[QuestionCard, ...]
    plots: tuple[Plot, ...]
    evidence: tuple[Group, ...]
    regimens: tuple[ClaimCard, ...]
    safety: tuple[Group, ...]
    lookup: tuple[Link, ...]
    named: tuple[Group, ...]
    guidance: tuple[Table, ...]
    mechanisms: tuple[Group, ...]


def claims_about(kb: KnowledgeBase, kind: str, id: str) -> tuple[Entry[Claim], ...]:
    """The claims about a term: those that name it, and for an intervention those of arms that received it."""
    return kb.once(_by_term, kind).get(id, ())


def _by_term(kb: KnowledgeBase, kind: str) -> dict[str, tuple[Entry[Claim], ...]]:
    found: dict[str, dict[str, Entry[Claim]]] = {}
    for entry in kb.claims.values():
        claim = entry.record
        ids = set(kb.interventions(claim)) if kind == "interventions" else set()
        if kind == "outcomes" and isinstance(claim, Finding):
            ids.add(claim.outcome)
        if kind == "conditions":
            ids |= {share.term for share in claim.conditions}
        ids |= {
            v.id for v in claim.variables() if v.what == "term" and (kind, v.id) in kb.terms and v.kind in (kind, "")
        }
        for id in ids:
            found.setdefault(id, {})[entry.id] = entry
    return {id: tuple(found[id][key] for key in sorted(found[id])) for id in sorted(found)}


def claims_naming(kb: KnowledgeBase, kind: str, id: str) -> tuple[Entry[Claim], ...]:
    """The claims that name a term without being about it: warnings above all, which also count for broader terms."""
    return kb.once(_naming, kind).get(id, ())


def _naming(kb: KnowledgeBase, kind: str) -> dict[str, tuple[Entry[Claim], ...]]:
    found: dict[str, dict[str, Entry[Claim]]] = {}
    for entry in kb.claims.values():
        if isinstance(entry.record, Safety):
            keys = {key for item in entry.record.items if (key := key_of(kb, item))}
            ids = {id for key in keys for own, id in (key, *(above(kb, key) - kb.once(treated, ""))) if own == kind}
        else:
            ids = {
                node.value.id
                for node in entry.nodes
                if isinstance(node.value, Reference) and node.value.kinds == (kind,)
            }
        for id in ids - {own for own, about in kb.once(_by_term, kind).items() if entry in about}:
            found.setdefault(id, {})[entry.id] = entry
    return {id: tuple(found[id][key] for key in sorted(found[id])) for id in sorted(found)}


def says_something(kb: KnowledgeBase, kind: str, id: str) -> bool:
    """Whether the page of a term holds a question or a claim, or leads to one below it that does."""
    return any(
        claims_about(kb, own, other) or claims_naming(kb, own, other) or questions_about(kb, own, other)
        for own, other in ((kind, id), *sorted(below(kb, (kind, id))))
        if own == kind
    )


def questions_about(kb: KnowledgeBase, kind: str, id: str) -> list[Entry[Question]]:
    """The questions that name a term among their treatments, conditions or outcomes."""

    def about(question: Question) -> bool:
        if kind == "interventions":
            return id in (*question.pico.intervention, *question.pico.comparator)
        if kind == "conditions":
            return id in question.pico.conditions
        return any(row.outcome == id for row in question.outcomes)

    return [entry for entry in kb.questions.values() if about(entry.record)]


def _make(kind: str) -> Callable[[Site], Iterator[Page]]:
    def make(site: Site) -> Iterator[Page]:
        for (own, id), entry in site.kb.terms.items():
            if own == kind:
                path = entry_path(kind, id)
                content = _content(site, kind, id, entry.record, Links(site.kb, path))
                asked = counted(len(content.questions), "question")
                words = f"{content.label}: {asked} and the evidence on it. {content.definition}"
                yield Page(path, content.label, words[:300], content)

    return make


def _content(site: Site, kind: str, id: str, term: Term, links: Links) -> TermPage:
    kb = site.kb
    found = claims_about(kb, kind, id)
    intervention = kind == "interventions"
    warned = [entry for entry in found if isinstance(entry.record, Safety | Regulatory)] if kind != "outcomes" else []
    rated = [entry for entry in found if not isinstance(entry.record, ELSEWHERE)]
    return TermPage(
        label=term.label,
        kind=sentence(kind.removesuffix("s")),
        definition=term.definition or "",
        synonyms=", ".join(term.synonyms),
        broader=tuple(_named(kb, up, links) for up in term.broader),
        narrower=tuple(links.term(kind, other) for other in narrower(kb, kind, id)),
        codes=", ".join(f"{system} {code}" for system, code in sorted(term.codes.items())),
        alerts=alerts(warned, links) if intervention else (),
        questions=tuple(question_card(kb, entry, links) for entry in questions_about(kb, kind, id)),
        plots=plots(rated, links, "forest"),
        evidence=_by_type(rated, links),
        regimens=tuple(card(entry, links) for entry in found if isinstance(entry.record, Regimen)),
        safety=warnings(warned, links) if warned else (),
        lookup=tuple(
            links.page("safety.md", each.label, each.anchor)
            for each in kb.once(circumstances, "")
            if (kind, id) == each.term or (kind, id) in each.included
        ),
        named=_named_claims(claims_naming(kb, kind, id), links),
        guidance=guidance(found, links),
        mechanisms=rungs((entry for entry in found if isinstance(entry.record, Mechanism)), links),
    )


def _named_claims(found: tuple[Entry[Claim], ...], links: Links) -> tuple[Group, ...]:
    """Warnings in the order of their kinds, then other claims by type."""
    safety = [entry for entry in found if isinstance(entry.record, Safety)]
    return (*warnings(safety, links), *_by_type([entry for entry in found if entry not in safety], links))


def narrower(kb: KnowledgeBase, kind: str, id: str) -> tuple[str, ...]:
    """The terms directly below a term."""
    return tuple(other for (own, other), entry in kb.terms.items() if own == kind and id in entry.record.broader)


def _named(kb: KnowledgeBase, id: str, links: Links) -> Link:
    kind = next((own for own, other in kb.terms if other == id), "")
    return links.term(kind, id) if kind else Link(id)


def _by_type(found: list[Entry[Claim]], links: Links) -> tuple[Group, ...]:
    order = ["meta_analysis", "network_meta_analysis", "response_rate", "continuous", "time_to_event", "comparison"]
    types = [*order, *(each for each in CLAIM_TYPES if each not in order)]
    groups = []
    for type_ in types:
        cards = tuple(card(entry, links) for entry in found if entry.record.type == type_)
        if cards:
            groups.append(Group(f"{CLAIM_TYPES[type_]} ({len(cards)})", cards))
    return tuple(groups)


INTERVENTION = PageType("intervention", "term.md.j2", TermPage, _make("interventions"), "Treatments")
CONDITION = PageType("condition", "term.md.j2", TermPage, _make("conditions"), "Evidence")
OUTCOME = PageType("outcome", "term.md.j2", TermPage, _make("outcomes"), "Evidence")
