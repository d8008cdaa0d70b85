"""The page of what is due for review: the oldest look at each record against the library's windows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.analysis.currency import Review, review
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.table import Row, Table, head, table, text
from evidence_kb.site.words import counted, day, plain

MOST = 400


@dataclass(frozen=True, slots=True)
class ReviewDuePage:
    """What the page shows; `due` is empty where nothing is due."""

    as_of: str
    summary: str
    due: tuple[Table, ...]
    coming: tuple[Table, ...]
    more: str


def make(site: Site) -> Iterator[Page]:
    """The one page of what is due."""
    path = "review-due.md"
    links = Links(site.kb, path)
    known = list(_reviews(site, links))
    due = [each for each in known if each[0] <= site.as_of]
    coming = [each for each in known if each[0] > site.as_of]
    content = ReviewDuePage(
        as_of=day(site.as_of),
        summary=f"{counted(len(due), 'record')} due for review, {len(coming)} not yet.".capitalize(),
        due=(_table("Due now", due),) if due else (),
        coming=(_table("Next to come", coming[:MOST]),) if coming else (),
        more=f"{len(coming) - MOST} more come later." if len(coming) > MOST else "",
    )
    yield Page(path, "Review due", "Which records of this library are due for review, and when.", content)


def _reviews(site: Site, links: Links) -> Iterator[tuple[str, str, Link, Review]]:
    found = []
    for kind, ids, link in (
        ("question", site.kb.questions, links.question),
        ("audit", site.kb.audits, links.audit),
        ("claim", site.kb.claims, links.claim),
    ):
        for id in ids:
            each = review(site.kb, id, kind)
            if each is not None:
                found.append((each.due or "", kind, id, link(id), each))
    for due, kind, _, link_, each in sorted(found, key=lambda item: (item[0], item[1], item[2])):
        yield due, kind, link_, each


def _table(caption: str, found: list[tuple[str, str, Link, Review]]) -> Table:
    rows = [
        Row(
            (
                text(day(due) if due else "no look recorded"),
                head(link),
                text(plain(kind)),
                text(day(each.last) if each.last else "never recorded"),
                text(f"{each.months} months"),
            )
        )
        for due, kind, link, each in found
    ]
    return table(caption, ["Due", "Record", "Kind", "Last look", "Window"], rows)


REVIEW_DUE = PageType("review-due", "review_due.md.j2", ReviewDuePage, make, "Method")
