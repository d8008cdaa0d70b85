"""What labels and agencies warn of for a treatment, and whether a label was read at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass

from evidence_kb.analysis.wording import in_sentence
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.claims.regulatory import Regulatory
from evidence_kb.records.claims.safety import Safety
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.drugs import Drug, classes_above
from evidence_kb.site.views.position import KINDS

UNREAD = "No label was read for this library"
SECOND_HAND = "A label was seen only second-hand"
CLASS_ONLY = "Labels were read for its class only"
NONE = "No warning recorded from the label that was read"


@dataclass(frozen=True, slots=True)
class Warned:
    """Boxed warnings, the other warnings by kind, and what the absence of either means.

    `unread` tells what was not read of labels and is empty where one was; `none` says that it named no warning here.
    """

    boxed: tuple[Link, ...]
    kinds: tuple[Link, ...]
    unread: str
    none: str


def warned(drug: Drug, links: Links) -> Warned:
    """The warnings about a treatment, under any term of the same substance, and about its class."""
    kb = links.kb
    own = _claims(kb, drug.related)
    classes = frozenset(id for term in drug.terms for id in kb.once(classes_above, term))
    of_class = [entry for entry in _claims(kb, classes) if entry not in own]
    safety = [entry for entry in (*own, *of_class) if isinstance(entry.record, Safety)]
    boxed = [entry for entry in (*own, *of_class) if _is_boxed(entry.record)]
    unread = _unread(_labels(kb, own), _labels(kb, of_class))
    return Warned(
        boxed=tuple(links.claim(entry.id, f"Boxed warning ({_jurisdiction(entry.record)})") for entry in boxed),
        kinds=_named([entry for entry in safety if entry not in boxed], of_class, links),
        unread=unread,
        none="" if unread or safety or boxed else NONE,
    )


def _claims(kb: KnowledgeBase, terms: Set[str]) -> list[Entry[Claim]]:
    return [
        entry
        for entry in kb.claims.values()
        if isinstance(entry.record, Safety | Regulatory | Regimen) and terms & set(entry.record.intervention)
    ]


def _is_boxed(claim: Claim) -> bool:
    if isinstance(claim, Regulatory):
        return claim.action == "boxed-warning-added"
    return isinstance(claim, Safety) and bool(claim.boxed)


def _labels(kb: KnowledgeBase, claims: list[Entry[Claim]]) -> set[str]:
    """How the labels behind some claims were read; a paper that speaks of a label is none."""
    cited = [citation for entry in claims for citation in entry.record.citations if citation.source in kb.sources]
    return {citation.read for citation in cited if kb.sources[citation.source].record.design == "drug-label"}


def _unread(own: set[str], of_class: set[str]) -> str:
    if own - {"second-hand"}:
        return ""
    if own:
        return SECOND_HAND
    return CLASS_ONLY if of_class - {"second-hand"} else UNREAD


def _jurisdiction(claim: Claim) -> str:
    return claim.jurisdiction if isinstance(claim, Safety | Regulatory) else ""


def _named(safety: list[Entry[Claim]], of_class: list[Entry[Claim]], links: Links) -> tuple[Link, ...]:
    """One link a warning, the gravest kinds first; of several of one kind the later ones are numbered."""
    order = list(KINDS)
    seen: Counter[str] = Counter()
    found = []
    for entry in sorted(safety, key=lambda each: (order.index(_kind(each.record)), each in of_class, each.id)):
        name = KINDS[_kind(entry.record)] + (f" (class: {_class(entry.record, links.kb)})" if entry in of_class else "")
        seen[name] += 1
        found.append(links.claim(entry.id, name if seen[name] == 1 else f"{name} ({seen[name]})"))
    return tuple(found)


def _kind(claim: Claim) -> str:
    return claim.kind if isinstance(claim, Safety) else ""


def _class(claim: Claim, kb: KnowledgeBase) -> str:
    terms = claim.intervention if isinstance(claim, Safety) else ()
    return in_sentence(kb.label("interventions", terms[0]).removesuffix(", any")) if terms else ""
