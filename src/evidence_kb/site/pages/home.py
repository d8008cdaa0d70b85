"""The home page: the questions as cards, what the library is, and what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.pages.changes import ChangeView, view
from evidence_kb.site.source import Site
from evidence_kb.site.views.answer import QuestionCard, question_card
from evidence_kb.site.words import counted

NEWEST = 3


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions on one condition."""

    name: str
    anchor: str
    questions: tuple[QuestionCard, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home page shows."""

    title: str
    subject: str
    search: str
    ways: tuple[tuple[Link, str], ...]
    groups: tuple[QuestionGroup, ...]
    numbers: tuple[Link, ...]
    changes: tuple[ChangeView, ...]
    all_changes: Link
    method: Link


def make(site: Site) -> Iterator[Page]:
    """The home page."""
    path, kb = "index.md", site.kb
    links = Links(kb, path)
    content = HomePage(
        title=site.library.title,
        subject=site.library.subject,
        search=site.library.search,
        ways=(
            (links.page("interventions/index.md", "By treatment"), "what is known of a drug or infusion"),
            (links.page("compare.md", "Compare"), "treatments for one purpose side by side"),
            (links.page("safety.md", "Can I give it to or with …?"), "pregnancy, kidney, other drugs"),
            (links.page("evidence-map.md", "Evidence map"), "what was studied, and the gaps"),
            (links.page("audits/index.md", "May we say this?"), "public documents checked line by line"),
        ),
        groups=groups(site, links, short=True),
        numbers=(
            links.page("questions/index.md", counted(len(kb.questions), "question")),
            links.page("claims/index.md", counted(len(kb.claims), "claim")),
            links.page("sources/index.md", counted(len(kb.sources), "source")),
            links.page("audits/index.md", counted(len(kb.audits), "audited document")),
        ),
        changes=tuple(view(change, links) for change in site.history[:NEWEST]),
        all_changes=links.page("changes.md", "All changes"),
        method=links.page("method.md", "Method"),
    )
    yield Page(path, site.library.title, site.library.subject, content)


def groups(site: Site, links: Links, *, short: bool = False) -> tuple[QuestionGroup, ...]:
    """Every question under its first condition, conditions with more evidence first."""
    found: dict[str, list[QuestionCard]] = {}
    weight: Counter[str] = Counter()
    for entry in site.kb.questions.values():
        first = next(iter(entry.record.pico.conditions), "")
        found.setdefault(first, []).append(question_card(site.kb, entry, links, short=short))
        weight[first] += sum(len(row.body) for row in entry.record.outcomes)
    ordered = sorted(found, key=lambda id: (-weight[id], id))
    return tuple(
        QuestionGroup(site.kb.label("conditions", id) if id else "Other", f"about-{id or 'other'}", tuple(found[id]))
        for id in ordered
    )


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """The list of all questions."""

    groups: tuple[QuestionGroup, ...]


def make_index(site: Site) -> Iterator[Page]:
    """The list of all questions."""
    path = "questions/index.md"
    content = QuestionsPage(groups(site, Links(site.kb, path)))
    yield Page(path, "Questions", "Clinical questions with their answers and how sure they are.", content)


HOME = PageType("home", "home.md.j2", HomePage, make, "Home")
QUESTIONS = PageType("questions", "questions.md.j2", QuestionsPage, make_index, "Questions")
