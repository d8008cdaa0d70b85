"""A page's fields are its template's only variables, and every template shows nothing but text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from evidence_kb.site.definition import all_page_types
from evidence_kb.site.page import PageType
from evidence_kb.site.views.figures import ClaimFigures

FOLDER = Path(__file__).resolve().parents[2] / "docs_templates"


def variables(template: str) -> set[str]:
    """The variables that a template reads from outside."""
    tree = Environment(autoescape=True).parse((FOLDER / template).read_text("utf-8"))
    return meta.find_undeclared_variables(tree)


@pytest.mark.parametrize("kind", all_page_types(), ids=lambda kind: kind.name)
def test_fields_are_variables(kind: PageType) -> None:
    assert is_dataclass(kind.content)
    assert {field.name for field in fields(kind.content)} == variables(kind.template)


@pytest.mark.parametrize("template", sorted(file.name for file in (FOLDER / "claims").glob("*.j2")))
def test_claim_templates_read_the_figures_of_a_claim(template: str) -> None:
    assert variables(f"claims/{template}") <= {field.name for field in fields(ClaimFigures)}


def escapes(text: str) -> Iterator[str]:
    """Filters that would escape a second time or not at all."""
    for name in ("e", "escape", "forceescape", "safe", "striptags", "urlize"):
        if f"| {name} " in text or f"|{name} " in text:
            yield name


def test_no_template_escapes_by_itself() -> None:
    templates = sorted(FOLDER.rglob("*.md.j2"))
    assert templates
    assert not {file.name: found for file in templates if (found := list(escapes(file.read_text("utf-8"))))}
