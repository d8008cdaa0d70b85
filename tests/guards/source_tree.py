"""The project's own modules as syntax trees, read without importing them."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "evidence_kb"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its dotted name, its text, its tree, and whether it is a package's `__init__`."""

    name: str
    text: str
    tree: ast.Module
    is_package: bool = False

    @property
    def layer(self) -> str:
        """The name below `evidence_kb`: `rules` for `evidence_kb.rules.figures.x`, empty for the package itself."""
        return [*self.name.split("."), ""][1]

    def at(self, node: ast.AST) -> str:
        """Where a node stands, for a message."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


def module(name: str, text: str, *, is_package: bool = False) -> Module:
    """A module from its text; the self-tests of the guards make bad ones with it."""
    return Module(name, text, ast.parse(text), is_package)


def modules_below(source: Path) -> dict[str, Module]:
    """Every module below a source folder, sorted by file, under its dotted name."""
    found = {}
    for file in sorted(source.rglob("*.py")):
        parts = file.relative_to(source).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found[name] = module(name, file.read_text("utf-8"), is_package=is_package)
    return found


def imports(of: Module, known: Collection[str] = ()) -> Iterator[tuple[ast.AST, str]]:
    """Every import of a module, at any depth, as the full name of what is imported.

    `from evidence_kb import printed` gives `evidence_kb.printed` where `known` holds such a module, and
    `evidence_kb:printed` where the name is something inside the package.
    """
    for node in ast.walk(of.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(of, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield node, inner if inner in known else f"{base}:{alias.name}"


def forbid(complaints: Iterable[str]) -> None:
    """Fail with every complaint on a line of its own."""
    if found := sorted(set(complaints)):
        pytest.fail("\n".join(found), pytrace=False)


def _absolute(of: Module, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    parts = of.name.split(".")
    kept = parts[: len(parts) - node.level + of.is_package]
    return ".".join([*kept, *([node.module] if node.module else [])])
