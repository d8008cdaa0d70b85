"""The look-up of warnings: can this be given to such a person, or with such a drug?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.circumstances import GROUPS, Harm, circumstances, harms, safety_claims
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.term_names import names
from evidence_kb.site.views.safety import CircumstanceView, WarningView, circumstance_view, linked, rank, warning_view
from evidence_kb.site.words import counted


@dataclass(frozen=True, slots=True)
class Drug:
    """A treatment with warnings, as an option of the filter and as a link."""

    id: str
    drug: Link


@dataclass(frozen=True, slots=True)
class GroupView:
    """Circumstances of one nature, with the links that jump to them."""

    heading: str
    anchor: str
    jumps: tuple[Link, ...]
    circumstances: tuple[CircumstanceView, ...]


@dataclass(frozen=True, slots=True)
class HarmView:
    """A harm with everything that names it."""

    name: Link
    names: str
    warnings: tuple[WarningView, ...]


@dataclass(frozen=True, slots=True)
class HarmList:
    """Harms under one heading."""

    heading: str
    anchor: str
    harms: tuple[HarmView, ...]


@dataclass(frozen=True, slots=True)
class SafetyPage:
    """What the look-up shows."""

    drugs: tuple[Drug, ...]
    groups: tuple[GroupView, ...]
    harms: tuple[HarmList, ...]
    read: tuple[Link, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the look-up."""
    path, kb = "safety.md", site.kb
    links = Links(kb, path)
    claims = safety_claims(kb)
    drugs = sorted({id for entry in claims for id in entry.record.intervention}, key=lambda id: _order(kb, id))
    views = [(each.group, circumstance_view(each, links)) for each in kb.once(circumstances, "")]
    grouped = {name: tuple(view for own, view in views if own == name) for name in GROUPS}
    content = SafetyPage(
        drugs=tuple(Drug(id, links.term("interventions", id)) for id in drugs),
        groups=tuple(_group(name, own, links) for name, own in grouped.items() if own),
        harms=tuple(_harms(kb.once(harms, ""), links)),
        read=tuple(_document(id, links) for id in sorted({entry.record.citation.source for entry in claims})),
    )
    yield Page(path, "Can I give it to or with …?", "Warnings of labels by person, illness, drug and course.", content)


def _order(kb: KnowledgeBase, id: str) -> tuple[str, str]:
    return kb.label("interventions", id).casefold(), id


def _document(id: str, links: Links) -> Link:
    """A document by its title, because the short names of labels say nothing of what they label."""
    entry = links.kb.sources.get(id)
    return links.source(id, (entry.record.csl.title or "") if entry else "")


def _group(name: str, views: tuple[CircumstanceView, ...], links: Links) -> GroupView:
    jumps = tuple(Link(view.name.text, f"#{view.anchor}") for view in views)
    return GroupView(GROUPS[name], f"group-{name}", jumps, views)


def _harms(found: tuple[Harm, ...], links: Links) -> Iterator[HarmList]:
    """What warnings name, then what stands only among the adverse reactions."""
    warned: list[HarmView] = []
    reported: list[HarmView] = []
    for harm in found:
        claims = sorted(harm.claims, key=lambda pair: rank(links.kb, pair[0]))
        own = names(links.kb, harm.term) if harm.term else ()
        views = tuple(warning_view(entry, what, "", (what,), links) for entry, what in claims)
        view = HarmView(linked(harm.term, harm.label, links), "; ".join((harm.label, *own)), views)
        reaction = all(entry.record.kind == "adverse-reaction" for entry, _ in claims)
        (reported if reaction else warned).append(view)
    for heading, anchor, views_ in (
        ("that labels and agencies warn of", "harms-warned", warned),
        ("listed as adverse reactions in what was read", "harms-listed", reported),
    ):
        if views_:
            yield HarmList(f"{counted(len(views_), 'harm')} {heading}", anchor, tuple(views_))


SAFETY = PageType("safety", "safety.md.j2", SafetyPage, make, "Treatments")
