"""The lists of treatments, conditions and outcomes that something in the library uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.pages.terms import claims_about, claims_naming, questions_about
from evidence_kb.site.source import Site
from evidence_kb.site.words import counted


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term in a list of terms."""

    term: Link
    definition: str
    numbers: str


@dataclass(frozen=True, slots=True)
class TermsPage:
    """The list of the terms of one vocabulary that something in the library uses."""

    name: str
    lead: str
    questioned: tuple[TermLine, ...]
    rest: tuple[TermLine, ...]


LEADS = {
    "interventions": "Every treatment, exposure and control of this library, with the questions asked of it.",
    "conditions": "The conditions of the people studied.",
    "outcomes": "What was measured. Relief is not freedom: each outcome stands for itself.",
}
NAMES = {"interventions": "Treatments", "conditions": "Conditions", "outcomes": "Outcomes"}


def _make_index(kind: str) -> Callable[[Site], Iterator[Page]]:
    def make(site: Site) -> Iterator[Page]:
        path = f"{kind}/index.md"
        links = Links(site.kb, path)
        lines = []
        for (own, id), entry in site.kb.terms.items():
            claims = len(claims_about(site.kb, kind, id)) + len(claims_naming(site.kb, kind, id))
            questions = len(questions_about(site.kb, kind, id))
            if own == kind and (claims or questions):
                numbers = f"{counted(questions, 'question')}, {counted(claims, 'claim')}"
                line = TermLine(links.term(kind, id), entry.record.definition or "", numbers)
                lines.append((bool(questions), claims, line))
        lines.sort(key=lambda item: (-item[1], item[2].term.text.casefold()))
        content = TermsPage(
            NAMES[kind],
            LEADS[kind],
            tuple(line for asked, _, line in lines if asked),
            tuple(line for asked, _, line in lines if not asked),
        )
        yield Page(path, NAMES[kind], LEADS[kind], content)

    return make


INTERVENTIONS = PageType("interventions", "terms.md.j2", TermsPage, _make_index("interventions"), "Treatments")
CONDITIONS = PageType("conditions", "terms.md.j2", TermsPage, _make_index("conditions"), "Evidence")
OUTCOMES = PageType("outcomes", "terms.md.j2", TermsPage, _make_index("outcomes"), "Evidence")
