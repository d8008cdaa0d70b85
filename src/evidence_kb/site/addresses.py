"""Where the page of each entry is, and the relative links that lead there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.references.csl_json import issued_parts, names_of, text_of, to_csl_json
from evidence_kb.site.words import DESIGNS

FOLDERS = {"question": "questions", "claim": "claims", "source": "sources", "audit": "audits"}
TERM_PAGES = ("interventions", "conditions", "outcomes")
SAFE_SCHEMES = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Link:
    """A text and where it leads; an empty address is shown as plain text."""

    text: str
    href: str = ""


def entry_path(kind: str, id: str) -> str:
    """The Markdown file of an entry's page."""
    return f"{FOLDERS.get(kind, kind)}/{id}.md"


def href(target: str, here: str, anchor: str = "") -> str:
    """The link from one page of the site to another (or to a file of it)."""
    path = target.removesuffix(".md") + ".html" if target.endswith(".md") else target
    relative = _relative(path, here.rpartition("/")[0])
    return f"{relative}#{anchor}" if anchor else relative


def _relative(path: str, folder: str) -> str:
    """A path as seen from a folder; both lie inside the site and hold no dots."""
    if not folder:
        return path
    own, rest = folder.split("/"), path.split("/")
    while own and len(rest) > 1 and own[0] == rest[0]:
        own, rest = own[1:], rest[1:]
    return "/".join([".."] * len(own) + rest)


def external(url: str | None, text: str = "") -> Link:
    """A link that leaves the site; anything but http, https and mailto stays text."""
    if not url:
        return Link(text)
    try:
        safe = urlsplit(url.strip()).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        safe = False
    return Link(text or url, url.strip() if safe else "")


def term_in_use(kb: KnowledgeBase, kind: str, id: str) -> bool:
    """Whether a term has a page: it exists, its vocabulary has pages, and some entry uses it."""
    return kind in TERM_PAGES and (kind, id) in kb.terms


@dataclass(frozen=True, slots=True)
class Links:
    """Links from one page to the others."""

    kb: KnowledgeBase
    here: str

    def page(self, path: str, text: str, anchor: str = "") -> Link:
        """A link to a page of the site by its Markdown path."""
        return Link(text, href(path, self.here, anchor))

    def claim(self, id: str, text: str = "") -> Link:
        """A link to a claim; its statement where no text is given."""
        entry = self.kb.claims.get(id)
        if entry is None:
            return Link(text or id)
        return self.page(entry_path("claim", id), text or entry.record.statement)

    def source(self, id: str, text: str = "") -> Link:
        """A link to a source under its short name."""
        entry = self.kb.sources.get(id)
        if entry is None:
            return Link(text or id)
        return self.page(entry_path("source", id), text or self.kb.once(source_name, id))

    def question(self, id: str, text: str = "") -> Link:
        """A link to a question."""
        entry = self.kb.questions.get(id)
        if entry is None:
            return Link(text or id)
        return self.page(entry_path("question", id), text or entry.record.question)

    def audit(self, id: str, text: str = "", anchor: str = "") -> Link:
        """A link to an audit."""
        entry = self.kb.audits.get(id)
        if entry is None:
            return Link(text or id)
        return self.page(entry_path("audit", id), text or entry.record.document.title, anchor)

    def term(self, kind: str, id: str, text: str = "") -> Link:
        """A link to a term's page, or to its place in the glossary."""
        label = text or self.kb.label(kind, id)
        if (kind, id) not in self.kb.terms:
            return Link(label)
        if term_in_use(self.kb, kind, id):
            return self.page(entry_path(kind, id), label)
        return self.page("glossary.md", label, f"{kind}-{id}")

    def rule(self, code: str, text: str = "") -> Link:
        """A link to the page of a rule."""
        return self.page(f"rules/{code.lower()}.md", text or code)


def source_name(kb: KnowledgeBase, id: str) -> str:
    """A publication as it is spoken of: `Demirkaya 2001`, `Bigal et al. 2002`, else by its title; use `kb.once`."""
    source = kb.sources[id].record
    item = to_csl_json(id, source.csl.model_dump(by_alias=True, exclude_none=True))
    parts = issued_parts(item)
    year = str(parts[0]) if parts else "no date seen"
    names = [name.get("family") or name.get("literal", "") for name in names_of(item, "author")]
    if not names:
        title = text_of(item, "title-short") or text_of(item, "title")
        if not title:
            return f"{DESIGNS[source.design]}, title not seen ({year})"
        cut = title if len(title) <= 60 else f"{title[:60].rsplit(' ', 1)[0]} …"
        return f"{cut} ({year})"
    shown = names[0] if len(names) == 1 else f"{names[0]} and {names[1]}" if len(names) == 2 else f"{names[0]} et al."
    return f"{shown} {year}"
