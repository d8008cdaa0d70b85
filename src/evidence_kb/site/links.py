"""Checks every link, every source and every anchor of the pages that were built, raw HTML among them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

ATTRIBUTES = {"href", "src", "poster", "data", "action", "formaction"}
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


def _read(text: str) -> _Found:
    """Ids and links of a page. Comments and what stands inside scripts and style sheets are passed over."""
    found = _Found(text)
    for match in _PIECE.finditer(text):
        tag, attributes = match["tag"], match["attributes"]
        if tag and _NAMED.search(attributes):
            given = {
                one["name"].lower(): unescape(one["double"] or one["single"] or one["bare"] or "")
                for one in _ATTRIBUTE.finditer(attributes)
            }
            _note(found, match.start(), tag.lower(), given)
    return found


def _note(found: _Found, offset: int, tag: str, given: dict[str, str]) -> None:
    if "id" in given:
        if given["id"] in found.ids:
            found.twice.append((offset, given["id"]))
        found.ids.add(given["id"])
    if tag == "a" and "name" in given:
        found.ids.add(given["name"])
    for name in ATTRIBUTES & given.keys():
        found.links.append((offset, _role(tag, given), given[name]))
    for candidate in filter(str.strip, given.get("srcset", "").split(",")):
        found.links.append((offset, "loads", candidate.split()[0]))


def _role(tag: str, given: dict[str, str]) -> str:
    if tag in LOADING:
        return "loads"
    if tag == "link":
        rel = given.get("rel", "").split()
        return "names" if set(rel) & {"canonical", "alternate", "prev", "next", "license", "self"} else "loads"
    return "leads"


def check_links(site: Path) -> tuple[BrokenLink, ...]:
    """Everything that is broken in the HTML pages below a folder, sorted by page and line."""
    pages = {file.relative_to(site).as_posix(): _read(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    broken = [problem for path, found in pages.items() for problem in _problems(path, found, pages, files)]
    return tuple(sorted(broken, key=lambda each: (each.page, each.line, each.target)))


def _problems(path: str, found: _Found, pages: dict[str, _Found], files: set[str]) -> Iterator[BrokenLink]:
    for offset, id in found.twice:
        yield BrokenLink(path, found.line(offset), f"#{id}", "this id stands twice on the page")
    for offset, role, target in found.links:
        problem = _problem(path, role, target, pages, files)
        if problem:
            yield BrokenLink(path, found.line(offset), target, problem)


def _problem(path: str, role: str, target: str, pages: dict[str, _Found], files: set[str]) -> str:
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
    if parts.path.endswith("/") or wanted == "." or wanted not in files:
        index = posixpath.normpath(f"{wanted}/index.html")
        wanted = index if index in files else wanted
    if wanted not in files:
        return "leads to no file"
    anchor = unquote(parts.fragment)
    if anchor and wanted in pages and anchor not in pages[wanted].ids and anchor != "top":
        return f"there is no id `{anchor}` on {wanted}"
    return ""
