"""Templates show what they are given: no arithmetic, no comparison of figures, no assignment, no unescaped text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError, nodes

from guards.source_tree import forbid

COMPUTING_FILTERS = {"abs", "float", "int", "max", "min", "random", "round", "sum"}
COMPUTING_TESTS = {"divisibleby", "even", "ge", "greaterthan", "gt", "le", "lessthan", "lt", "odd"}
EQUALITY = {"eq", "ne"}
MEMBERSHIP = {"in", "notin"}

# Templates that may mark text as safe HTML, each with the reason.
MAY_MARK_SAFE: dict[str, str] = {}


def computing(name: str, text: str) -> list[str]:
    """What a template does that the page's Python should have done."""
    try:
        tree = Environment(autoescape=True, extensions=["jinja2.ext.loopcontrols"]).parse(text, name)
    except TemplateSyntaxError as error:
        return [f"{name}:{error.lineno}: {error.message}"]
    return [f"{name}:{node.lineno}: {what}" for node in tree.find_all(nodes.Node) for what in _wrong(name, node)]


def _wrong(name: str, node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.Concat() | nodes.And() | nodes.Or() | nodes.Not():
            return
        case nodes.BinExpr() | nodes.UnaryExpr():
            yield f"arithmetic ({node.operator})"
        case nodes.Compare():
            yield from _wrong_comparison(node)
        case nodes.Assign() | nodes.AssignBlock() | nodes.With():
            yield "assignment"
        case nodes.Filter(name="safe") if name not in MAY_MARK_SAFE:
            yield "text marked as safe"
        case nodes.Filter(name=used) if used in COMPUTING_FILTERS:
            yield f"arithmetic (filter {used})"
        case nodes.Test(name=used) if used in COMPUTING_TESTS:
            yield f"comparison of figures (is {used})"
        case nodes.ScopedEvalContextModifier():
            yield "escaping switched"


def _wrong_comparison(node: nodes.Compare) -> Iterator[str]:
    operands = [node.expr, *(operand.expr for operand in node.ops)]
    for operand in node.ops:
        if operand.op not in EQUALITY | MEMBERSHIP:
            yield f"comparison of figures ({operand.op})"
        elif operand.op in EQUALITY and not any(map(_is_text, operands)):
            yield "equality with something that is no string"


def _is_text(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def test_templates_do_not_compute(repository: Path) -> None:
    folder = repository / "docs_templates"
    if not folder.is_dir():
        pytest.skip("there is no docs_templates yet")
    templates = sorted(folder.rglob("*.j2"))
    assert templates, "no template found: the guard would pass without having looked at anything"
    forbid(
        complaint
        for file in templates
        for complaint in computing(file.relative_to(folder).as_posix(), file.read_text("utf-8"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ events / total }}",
        "{{ 100 - percent }}",
        "{{ -x }}",
        "{{ n % 2 }}",
        "{% if p < 0.05 %}{% endif %}",
        "{% if loop.index == 1 %}{% endif %}",
        "{% if a == b %}{% endif %}",
        "{% set x = 1 %}",
        "{% set x %}text{% endset %}",
        "{% with x = 1 %}{% endwith %}",
        "{{ text | safe }}",
        "{{ percent | round(1) }}",
        "{{ arms | sum(attribute='n') }}",
        "{% if n is gt 3 %}{% endif %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% if %}",
    ],
)
def test_a_computing_template_is_noticed(text: str) -> None:
    assert len(computing("page.md.j2", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "{{ a ~ b }}",
        "{% if not arms and (kind == 'trial' or kind in kinds) %}{% endif %}",
        "{% for arm in arms %}{{ arm.percent }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% macro cell(x) %}{{ x | e }}{% endmacro %}",
        "{% if citation is none %}{% endif %}",
    ],
)
def test_a_showing_template_passes(text: str) -> None:
    assert not computing("page.md.j2", text)
