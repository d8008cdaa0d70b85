"""The glossary: every term of the vocabulary with its synonyms, meaning and codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.words import sentence


@dataclass(frozen=True, slots=True)
class TermView:
    """One term."""

    anchor: str
    term: Link
    definition: str
    synonyms: str
    codes: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of one vocabulary."""

    name: str
    anchor: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """What the glossary shows."""

    vocabularies: tuple[Vocabulary, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the glossary."""
    path, kb = "glossary.md", site.kb
    links = Links(kb, path)
    kinds = sorted({kind for kind, _ in kb.terms})
    vocabularies = tuple(
        Vocabulary(
            sentence(kind),
            kind,
            tuple(
                TermView(
                    f"{kind}-{id}",
                    links.term(kind, id),
                    entry.record.definition or "",
                    ", ".join(entry.record.synonyms),
                    ", ".join(f"{system} {code}" for system, code in sorted(entry.record.codes.items())),
                )
                for (own, id), entry in kb.terms.items()
                if own == kind
            ),
        )
        for kind in kinds
    )
    yield Page(path, "Glossary", "The terms of this library, as people search for them.", GlossaryPage(vocabularies))


GLOSSARY = PageType("glossary", "glossary.md.j2", GlossaryPage, make, "Method")
