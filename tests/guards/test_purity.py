"""Below the command line nothing asks the clock, the network, chance, the environment or the working directory."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from guards.source_tree import Module, forbid, imports, module

# What runs on somebody's behalf may ask the world: the command line, the servers, and the one look-up of registries.
MAY_ASK = ("evidence_kb.__main__", "evidence_kb.cli", "evidence_kb.serving", "evidence_kb.editing.registries")

MODULES = {
    "clock": {"sched", "time"},
    "network": {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl",
                "urllib.error", "urllib.request", "urllib3", "xmlrpc"},
    "chance": {"random", "secrets", "uuid"},
    "machine": {"getpass", "locale", "platform"},
}  # fmt: skip

# The last parts of a dotted name, wherever it is used or imported.
NAMES = {
    "clock": {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"},
    "chance": {"os.urandom"},
    "environment": {"os.environ", "os.environb", "os.getenv", "os.getlogin", "os.path.expanduser",
                    "os.path.expandvars", "Path.home"},
    "working directory": {"os.chdir", "os.getcwd", "os.path.abspath", "Path.cwd"},
}  # fmt: skip

# Methods that ask whatever they are called on.
METHODS = {"environment": {"expanduser"}, "clock": {"utcnow"}}


def impure(each: Module) -> list[str]:
    if any(each.name == name or each.name.startswith(f"{name}.") for name in MAY_ASK):
        return []
    return [f"{each.at(node)} asks the {what}: {name}" for node, what, name in _asked(each)]


def _asked(each: Module) -> Iterator[tuple[ast.AST, str, str]]:
    for node, target in imports(each):
        dotted = target.replace(":", ".")
        for what, banned in MODULES.items():
            if any(dotted == name or dotted.startswith(f"{name}.") for name in banned):
                yield node, what, dotted
        yield from _named(node, dotted)
    for node in ast.walk(each.tree):
        if isinstance(node, ast.Attribute):
            yield from _named(node, ast.unparse(node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "hash":
            yield node, "hash seed of the process", "hash()"


def _named(node: ast.AST, dotted: str) -> Iterator[tuple[ast.AST, str, str]]:
    for what, banned in NAMES.items():
        if any(f".{dotted}".endswith(f".{name}") for name in banned):
            yield node, what, dotted
    for what, methods in METHODS.items():
        if isinstance(node, ast.Attribute) and node.attr in methods:
            yield node, what, dotted


def test_nothing_below_the_command_line_asks_the_world(modules: dict[str, Module]) -> None:
    forbid(complaint for each in modules.values() for complaint in impure(each))


@pytest.mark.parametrize(
    "statement",
    [
        "import time",
        "from time import perf_counter",
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPSConnection",
        "import random",
        "from uuid import uuid4",
        "from os import environ",
        "import os\nx = os.environ['HOME']",
        "import os\nx = os.getcwd()",
        "from datetime import date\nx = date.today()",
        "import datetime\nx = datetime.datetime.now(datetime.UTC)",
        "from pathlib import Path\nx = Path.cwd()",
        "from pathlib import Path\nx = Path('~').expanduser()",
        "x = hash('text')",
    ],
)
def test_asking_the_world_is_noticed(statement: str) -> None:
    assert len(impure(module("evidence_kb.loading", statement))) == 1
    assert not impure(module("evidence_kb.cli.check", statement))


@pytest.mark.parametrize(
    "statement",
    ["from urllib.parse import quote", "from datetime import date\nx = date.fromisoformat(text)", "x = entry.time"],
)
def test_other_code_passes(statement: str) -> None:
    assert not impure(module("evidence_kb.loading", statement))
