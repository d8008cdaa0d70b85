"""Modules are small, say what they are in one sentence, bear telling names and do nothing when imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import PurePath

import pytest

from guards.source_tree import Module, forbid, module

MODULE_LINES = 250
FUNCTION_LINES = 40
FORBIDDEN_NAMES = {"common", "helper", "helpers", "misc", "miscellaneous", "stuff", "util", "utils"}


def too_long(each: Module) -> list[str]:
    complaints = []
    lines = each.text.count("\n")
    if lines > MODULE_LINES:
        complaints.append(f"{each.name} has {lines} lines; {MODULE_LINES} are allowed")
    for node in ast.walk(each.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1 - _docstring_lines(node)
            if size > FUNCTION_LINES:
                complaints.append(f"{each.at(node)} {node.name} has {size} lines; {FUNCTION_LINES} are allowed")
    return complaints


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if ast.get_docstring(node) is None:
        return 0
    docstring = node.body[0]
    return (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1


def unsaid(each: Module) -> list[str]:
    """What is wrong with a module's first line, which could stand in a table of contents."""
    first = (ast.get_docstring(each.tree) or "").partition("\n")[0]
    if not first:
        return [f"{each.name} has no docstring that says what it is"]
    if not first.endswith((".", "?")) or first[0].islower() or re.search(r"[.!?] [A-Z]", first):
        return [f"{each.name}: the first line of the docstring is not one sentence: {first}"]
    return []


def badly_named(paths: Iterable[PurePath]) -> list[str]:
    return [
        f"{path}: say what it holds instead of {part}"
        for path in paths
        for part in path.parts
        if part.partition(".")[0].removeprefix("test_").strip("_") in FORBIDDEN_NAMES
    ]


def busy(each: Module) -> list[str]:
    """Statements that do something while a module is imported, or that keep something for the whole process."""
    complaints = [f"{each.at(node)} does something on import" for node in each.tree.body if not _is_quiet(node)]
    complaints += [f"{each.at(node)} changes a global" for node in ast.walk(each.tree) if isinstance(node, ast.Global)]
    return complaints


def _is_quiet(node: ast.stmt) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return True
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.Assign(targets=targets):
            return all(_is_new_name(target) for target in targets)
        case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
            return _is_new_name(target)
        case ast.If(test=test):
            return ast.unparse(test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING", "__name__ == '__main__'"}
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=[]):
            return all(map(_is_quiet, [*body, *orelse, *(inner for handler in handlers for inner in handler.body)]))
        case _:
            # `type X = ...` is a node of its own from Python 3.12 on.
            return type(node).__name__ == "TypeAlias"


def _is_new_name(target: ast.expr) -> bool:
    if isinstance(target, ast.Tuple):
        return all(map(_is_new_name, target.elts))
    return isinstance(target, ast.Name)


def test_modules_and_functions_are_small(modules: dict[str, Module]) -> None:
    forbid(complaint for each in modules.values() for complaint in too_long(each))


def test_every_module_says_what_it_is(modules: dict[str, Module]) -> None:
    forbid(complaint for each in modules.values() for complaint in unsaid(each))


def test_names_say_what_a_file_holds(repository_files: list[PurePath]) -> None:
    forbid(badly_named(repository_files))


def test_importing_a_module_does_nothing(modules: dict[str, Module]) -> None:
    forbid(complaint for each in modules.values() for complaint in busy(each))


def test_a_long_module_is_noticed() -> None:
    assert not too_long(module("long", "x = 1\n" * 250))
    assert len(too_long(module("long", "x = 1\n" * 251))) == 1


def test_a_long_function_is_noticed() -> None:
    body = "    x = 1\n" * 39
    documented = f'def f():\n    """What it does.\n\n    And why.\n    """\n{body}'
    assert not too_long(module("long", documented))
    assert len(too_long(module("long", f"{documented}    x = 1\n"))) == 1
    assert len(too_long(module("long", "class A:\n    async def f(self):\n" + "        x = 1\n" * 40))) == 1


@pytest.mark.parametrize("text", ["", '"""no capital."""', '"""No full stop"""', '"""One sentence. And another."""'])
def test_a_module_without_its_sentence_is_noticed(text: str) -> None:
    assert len(unsaid(module("silent", text))) == 1


def test_a_module_with_its_sentence_passes() -> None:
    assert not unsaid(module("told", '"""Figures as printed, e.g. `0.80` with its zero.\n\nMore. And more."""'))


@pytest.mark.parametrize("path", ["src/evidence_kb/utils.py", "tests/helpers/a.py", "tests/test_misc.py", "_common.py"])
def test_an_empty_name_is_noticed(path: str) -> None:
    assert len(badly_named([PurePath(path)])) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "register(load)",
        "RULES['FG201'] = load",
        "settings.strict = True",
        "for name in names:\n    print(name)",
        "with open(path) as file:\n    text = file.read()",
        "if debug:\n    x = 1",
        "try:\n    register(load)\nexcept ImportError:\n    pass",
        "def f():\n    global cache\n    cache = {}",
    ],
)
def test_a_busy_module_is_noticed(statement: str) -> None:
    assert len(busy(module("busy", statement))) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "import re\nPATTERN = re.compile('a')",
        "if TYPE_CHECKING:\n    import re",
        "try:\n    from yaml import CLoader as Loader\nexcept ImportError:\n    from yaml import Loader",
        "x: int = 1\na, b = 1, 2",
    ],
)
def test_a_quiet_module_passes(statement: str) -> None:
    assert not busy(module("quiet", statement))
