"""Checks every link, every source and every anchor of the pages that were built, raw HTML among them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urlsplit

from evidence_kb.spreading import spread

ATTRIBUTES = {"href", "src", "poster", "data", "action", "formaction"}
SHARE = 100
"""Pages that a process reads at a time."""
EXTERNAL = frozenset({"http", "https", "mailto"})
# Elements that load what they name; from elsewhere nothing may be loaded.
LOADING = frozenset({"script", "img", "iframe", "audio", "video", "source", "embed", "object", "track", "input"})
# A parser of HTML takes five times as long; a comment or a script is matched whole, so nothing inside is read.
_PIECE = re.compile(
    r"""<!--.*?-->|(?<=<script>).*?(?=</script)|(?<=<style>).*?(?=</style)"""
    r"""|<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
_NAMED = re.compile(r"\b(?:id|name|href|src|srcset|poster|data|action|formaction)\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere, leads where it must not, or an id that stands twice."""

    page: str
    line: int
    target: str
    problem: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.target}: {self.problem}"


@dataclass(slots=True)
class _Found:
    text: str
    ids: set[str] = field(default_factory=set)
    links: list[tuple[int, str, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)

    def line(self, offset: int) -> int:
        """The line of a place in the text."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class _Tag:
    """What a tag is called and where it leads: pairs of the role of a link and its target."""

    id: str | None
    name: str | None
    links: tuple[tuple[str, str], ...]


def _read(text: str) -> _Found:
    """Ids and links of a page. Comments and what stands inside scripts and style sheets are passed over."""
    found = _Found(text)
    for match in _PIECE.finditer(text):
        tag, attributes = match["tag"], match["attributes"]
        if tag and _NAMED.search(attributes):
            _note(found, match.start(), _tag(tag.lower(), attributes))
    return found


@lru_cache(maxsize=8192)
def _tag(tag: str, attributes: str) -> _Tag:
    """A tag as it is written; kept, because most tags of a page are those of its frame, which every page has."""
    given = {
        one["name"].lower(): unescape(one["double"] or one["single"] or one["bare"] or "")
        for one in _ATTRIBUTE.finditer(attributes)
    }
    links = [(_role(tag, given), given[name]) for name in sorted(ATTRIBUTES & given.keys())]
    loaded = [("loads", each.split()[0]) for each in given.get("srcset", "").split(",") if each.strip()]
    return _Tag(given.get("id"), given.get("name") if tag == "a" else None, (*links, *loaded))


def _note(found: _Found, offset: int, tag: _Tag) -> None:
    if tag.id is not None:
        if tag.id in found.ids:
            found.twice.append((offset, tag.id))
        found.ids.add(tag.id)
    if tag.name is not None:
        found.ids.add(tag.name)
    found.links.extend((offset, role, target) for role, target in tag.links)


def _role(tag: str, given: dict[str, str]) -> str:
    if tag in LOADING:
        return "loads"
    if tag == "link":
        rel = given.get("rel", "").split()
        return "names" if set(rel) & {"canonical", "alternate", "prev", "next", "license", "self"} else "loads"
    return "leads"


def check_links(site: Path, workers: int = 1) -> tuple[BrokenLink, ...]:
    """Everything that is broken in the HTML pages below a folder, sorted by page and line; `workers` read the pages."""
    paths = sorted(site.rglob("*.html"))
    shares = [paths[start : start + SHARE] for start in range(0, len(paths), SHARE)]
    read = spread(lambda share: [_read(file.read_text("utf-8")) for file in share], shares, workers)
    pages = dict(zip((path.relative_to(site).as_posix() for path in paths), chain.from_iterable(read), strict=True))
    files = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    known = _Site({path: frozenset(found.ids) for path, found in pages.items()}, files)
    broken = [problem for path, found in pages.items() for problem in _problems(path, found, known)]
    return tuple(sorted(broken, key=lambda each: (each.page, each.line, each.target)))


@dataclass(frozen=True, slots=True)
class _Site:
    """The ids of each page, all files, and what was found of a link from a folder: pages of a folder share links."""

    ids: Mapping[str, frozenset[str]]
    files: frozenset[str]
    judged: dict[tuple[str, str, str], str] = field(default_factory=dict)


def _problems(path: str, found: _Found, site: _Site) -> Iterator[BrokenLink]:
    for offset, id in found.twice:
        yield BrokenLink(path, found.line(offset), f"#{id}", "this id stands twice on the page")
    folder = posixpath.dirname(path)
    for offset, role, target in found.links:
        # A link without a path leads to the page itself.
        key = (path if target.lstrip()[:1] in ("#", "?", "") else folder, role, target)
        problem = site.judged.get(key)
        if problem is None:
            problem = site.judged[key] = _problem(path, role, target, site)
        if problem:
            yield BrokenLink(path, found.line(offset), target, problem)


def _problem(path: str, role: str, target: str, site: _Site) -> str:
    try:
        parts = urlsplit(target.strip())
    except ValueError:
        return "is no address"
    if parts.scheme or parts.netloc:
        if parts.scheme not in EXTERNAL:
            return f"leads to `{parts.scheme or parts.netloc}`; only http, https and mailto may leave the site"
        return "loads something from elsewhere" if role == "loads" else ""
    if parts.path.startswith("/"):
        return "is absolute: it breaks when the site is moved or opened from a disk"
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if wanted.startswith(".."):
        return "leaves the site"
    if parts.path.endswith("/") or wanted == "." or wanted not in site.files:
        index = posixpath.normpath(f"{wanted}/index.html")
        wanted = index if index in site.files else wanted
    if wanted not in site.files:
        return "leads to no file"
    anchor = unquote(parts.fragment)
    if anchor and anchor not in site.ids.get(wanted, (anchor,)) and anchor != "top":
        return f"there is no id `{anchor}` on {wanted}"
    return ""
