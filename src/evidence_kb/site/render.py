"""Turns pages into Markdown: the library's own templates first, then those of the package."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from evidence_kb.site.escaping import escape, folded
from evidence_kb.site.page import Page, PageType, Part

FOLDER = "docs_templates"


def packaged_templates() -> Path:
    """The templates of the package: inside it where it was installed, beside `src` in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / FOLDER
    return inside if inside.is_dir() else package.parents[1] / FOLDER


def template_folders(library: Path) -> tuple[Path, ...]:
    """Where templates and assets are looked for, in this order."""
    own = library / FOLDER
    packaged = packaged_templates()
    return (own, packaged) if own.is_dir() and not (packaged.is_dir() and own.samefile(packaged)) else (packaged,)


@dataclass(frozen=True)
class Renderer:
    """Renders pages and their parts with the templates of some folders."""

    folders: tuple[Path, ...]

    @cached_property
    def environment(self) -> Environment:
        """Jinja with one escape, no undefined variables and nothing that could be shown by accident."""
        return Environment(
            loader=FileSystemLoader([str(folder) for folder in self.folders]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=self._shown,
            auto_reload=False,
        )

    def page(self, kind: PageType, page: Page, notice: Any) -> bytes:
        """The Markdown file of a page: front matter, the library's notice, then the page itself."""
        front = {"title": page.title, "description": page.description, "section": kind.section}
        head = "".join(f"{key}: {json.dumps(folded(value), ensure_ascii=False)}\n" for key, value in front.items())
        body = self._filled(self._template(kind.template), page.content)
        above = self._filled(self._template("parts/notice.md.j2"), notice)
        return f"---\n{head}---\n\n{above}\n{body.strip()}\n".encode()

    def part(self, part: Part) -> Markup:
        """A part as mark-up."""
        return Markup(self._filled(self.environment.select_template(part.templates), part.content).strip())

    def _template(self, name: str) -> Template:
        return self.environment.get_template(name)

    def _filled(self, template: Template, content: Any) -> str:
        return template.render({field.name: getattr(content, field.name) for field in fields(content)})

    def _shown(self, value: Any) -> Markup:
        if isinstance(value, Markup):
            return value
        if isinstance(value, Part):
            return self.part(value)
        if isinstance(value, str):
            return escape(value)
        str(value)  # an undefined variable says its name here
        raise TypeError(f"a template may show text only, not {type(value).__name__}: make the text in Python")
