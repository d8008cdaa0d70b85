"""What a page is: an address, a title, and a frozen value whose fields are its template's only variables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from evidence_kb.site.source import Site


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page with a template of its own, the first of these that exists."""

    templates: tuple[str, ...]
    content: Any


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file of the site."""

    path: str
    title: str
    description: str
    content: Any


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page: its template, the type of its content, and what makes all pages of the kind."""

    name: str
    template: str
    content: type
    make: Callable[[Site], Iterable[Page]]
    section: str = ""
    """The part of the navigation to which its pages belong."""
