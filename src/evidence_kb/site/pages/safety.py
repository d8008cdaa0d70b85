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
from evidence_kb.site.views.safety import (
    CircumstanceView,
    WarningView,
    circumstance_view,
    linked,
    rank,
    unread,
    warned,
    warning_view,
)
from evidence_kb.site.words import counted


@dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment with warnings, as an option of the filter, and the pages of its forms."""

    id: str
    label: str
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A treatment of which no label was read, with its names."""

    drug: Link
    names: str


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
    """What the look-up shows; `classes` are offered where nothing is found."""

    drugs: tuple[Treatment, ...]
    classes: tuple[str, ...]
    groups: tuple[GroupView, ...]
    harms: tuple[HarmList, ...]
    read: tuple[Link, ...]
    unread: tuple[Unread, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the look-up."""
    path, kb = "safety.md", site.kb
    links = Links(kb, path)
    claims = safety_claims(kb)
    views = [(each.group, circumstance_view(each, links)) for each in kb.once(circumstances, "")]
    grouped = {name: tuple(view for own, view in views if own == name) for name in GROUPS}
    content = SafetyPage(
        drugs=tuple(
            Treatment(drug.term, drug.label, tuple(links.term("interventions", id) for id in drug.terms))
            for drug in kb.once(warned, "")
        ),
        classes=_classes(kb),
        groups=tuple(_group(name, own, links) for name, own in grouped.items() if own),
        harms=tuple(_harms(kb.once(harms, ""), links)),
        read=tuple(_document(id, links) for id in sorted({entry.record.citation.source for entry in claims})),
        unread=tuple(_unread(id, links) for id in kb.once(unread, "")),
    )
    yield Page(path, "Can I give it to or with …?", "Warnings of labels by person, illness, drug and course.", content)


def _classes(kb: KnowledgeBase) -> tuple[str, ...]:
    """The classes that warnings name as other drugs, each heading before the classes that it includes."""
    headings = [each for each in kb.once(circumstances, "") if each.group == "drugs"]
    keys = (key for each in headings for key in (each.term, *each.included) if key and key[0] == "drug-classes")
    return tuple(dict.fromkeys(kb.label(*key) for key in keys))


def _unread(id: str, links: Links) -> Unread:
    return Unread(links.term("interventions", id), "; ".join(names(links.kb, ("interventions", id))))


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
