"""The page of the changes: what was added, changed or withdrawn, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.history import Change
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.words import counted, day

HOW = {"A": "New", "M": "Changed", "D": "Withdrawn"}
KINDS = {"questions": "question", "claims": "claim", "sources": "source", "audits": "audit"}
MOST = 12


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One commit: its date, what it says, and the entries that it touched."""

    date: str
    subject: str
    total: str
    groups: tuple[tuple[str, tuple[Link, ...], str], ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What the page of the changes shows."""

    changes: tuple[ChangeView, ...]
    feed: Link


def make(site: Site) -> Iterator[Page]:
    """The one page of the changes."""
    path = "changes.md"
    links = Links(site.kb, path)
    content = ChangesPage(
        tuple(view(change, links) for change in site.history), links.page("changes.atom", "Atom feed")
    )
    yield Page(path, "Changes", "What was added, changed or withdrawn in this library, newest first.", content)


def view(change: Change, links: Links) -> ChangeView:
    """One change as shown: at most a dozen links a group, and how many more there are."""
    groups = []
    for sign, name in HOW.items():
        touched = [
            entry for path, how in change.files if how == sign for entry in (touched_entry(path, links),) if entry
        ]
        rest = len(touched) - MOST
        if touched:
            groups.append((name, tuple(touched[:MOST]), f"and {rest} more" if rest > 0 else ""))
    return ChangeView(day(change.date), change.subject, counted(len(change.files), "file"), tuple(groups))


def touched_entry(path: str, links: Links) -> Link | None:
    """The entry that a file holds; its name alone where the entry is gone."""
    file = PurePosixPath(path)
    kind = KINDS.get(file.parts[0])
    if kind is None:
        return None
    return _by_kind(kind, file.stem, links)


def _by_kind(kind: str, id: str, links: Links) -> Link:
    kb: KnowledgeBase = links.kb
    if kind == "question":
        return links.question(id)
    if kind == "audit":
        return links.audit(id)
    if kind == "source":
        return links.source(id)
    return links.claim(id, id if id in kb.claims else "")


CHANGES = PageType("changes", "changes.md.j2", ChangesPage, make, "Method")
