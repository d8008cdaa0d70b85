"""Imports run downward through the layers, without cycles, and rules leave mathematics to the analysis."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from guards.source_tree import PACKAGE, Module, forbid, imports, module

# From the top: a module imports only from below or from its own package. A new layer is placed here by hand,
# because its place is a decision.
RANKS = (
    "__main__",
    "cli",
    "serving",
    "editing",
    "site",
    "exports",
    "reports",
    "gate",
    "rules",
    "analysis",
    "references",
    "loading",
    "knowledge_base",
    "waivers",
    "records",
    "statistics",
    "outputs",
    "spreading",
    "store",
    "discovery",
    "strict_yaml",
    "suggestions",
    "identifiers",
    "printed",
    "findings",
)

MATHEMATICS = {"cmath", "decimal", "fractions", "math", "mpmath", "numpy", "scipy", "statistics"}

# What a lower layer may take from the package itself; its public functions reach up into every layer.
FROM_THE_ROOT = {f"{PACKAGE}:__version__"}


def unplaced(modules: Mapping[str, Module]) -> list[str]:
    layers = {each.layer for each in modules.values()} - {""}
    return [f"{PACKAGE}.{layer} has no place in RANKS: put it there" for layer in sorted(layers - set(RANKS))]


def upward(modules: Mapping[str, Module]) -> list[str]:
    complaints = []
    for each in modules.values():
        if each.layer not in RANKS:
            continue
        for node, target in imports(each, modules):
            layer = _layer(target)
            if target.partition(":")[0] == PACKAGE and target not in FROM_THE_ROOT and layer not in RANKS:
                complaints.append(f"{each.at(node)} imports {target}, which reaches up through the whole package")
            elif layer in RANKS and RANKS.index(layer) < RANKS.index(each.layer):
                complaints.append(f"{each.at(node)} imports {target}, which stands above {each.layer}")
    return complaints


def eager(root: Module, modules: Mapping[str, Module]) -> list[str]:
    """What the package itself imports while it is being imported; its functions import when they are called."""
    own = {id(node) for node in root.tree.body}
    return [
        f"{root.at(node)} imports {target} at once; import it inside the function that needs it"
        for node, target in imports(root, modules)
        if id(node) in own and _is_ours(target)
    ]


def cycle(modules: Mapping[str, Module]) -> list[str]:
    """The modules of one import cycle in order, or nothing. The package itself is no part: it imports lazily."""
    graph = {
        each.name: {t.partition(":")[0] for _, t in imports(each, modules) if _is_ours(t)} - {each.name, PACKAGE}
        for each in modules.values()
        if each.name != PACKAGE
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def mathematics_in_rules(modules: Mapping[str, Module]) -> list[str]:
    return [
        f"{each.at(node)} imports {target}: a rule asks the analysis and computes nothing"
        for each in modules.values()
        if each.layer == "rules"
        for node, target in imports(each, modules)
        if target.partition(":")[0].split(".")[0] in MATHEMATICS or _layer(target) == "statistics"
    ]


def _is_ours(target: str) -> bool:
    return target.partition(":")[0].split(".")[0] == PACKAGE


def _layer(target: str) -> str:
    """The layer of an imported name; `evidence_kb:gate` counts too, so that a name the tree lacks is still ranked."""
    parts = target.replace(":", ".").split(".")
    return parts[1] if parts[0] == PACKAGE and len(parts) > 1 else ""


def test_every_layer_has_a_place(modules: dict[str, Module]) -> None:
    forbid(unplaced(modules))


def test_imports_run_downward(modules: dict[str, Module]) -> None:
    forbid(upward(modules))


def test_the_package_imports_lazily(modules: dict[str, Module]) -> None:
    forbid(eager(modules[PACKAGE], modules))


def test_no_import_cycle(modules: dict[str, Module]) -> None:
    assert not cycle(modules), "modules import each other in a circle"


def test_rules_hold_no_mathematics(modules: dict[str, Module]) -> None:
    forbid(mathematics_in_rules(modules))


def tree(**texts: str) -> dict[str, Module]:
    """A made-up package: `rules_a="..."` is the module `evidence_kb.rules.a`."""
    named = {f"{PACKAGE}.{name.replace('__', '.')}": text for name, text in texts.items()}
    return {PACKAGE: module(PACKAGE, "", is_package=True)} | {name: module(name, text) for name, text in named.items()}


def test_a_new_layer_is_noticed() -> None:
    assert unplaced(tree(charts="")) == ["evidence_kb.charts has no place in RANKS: put it there"]


@pytest.mark.parametrize(
    "statement",
    [
        "from evidence_kb import gate",
        "from evidence_kb.gate import Report",
        "import evidence_kb.gate",
        "from ..gate import Report",
        "def late():\n    from evidence_kb.gate import Report",
        "if TYPE_CHECKING:\n    from evidence_kb.gate import Report",
        "from evidence_kb import check",
    ],
)
def test_an_upward_import_is_noticed(statement: str) -> None:
    assert len(upward(tree(rules__a=statement, gate=""))) == 1


@pytest.mark.parametrize(
    "statement",
    ["from evidence_kb.records import Claim", "from . import b", "from evidence_kb import __version__", "import re"],
)
def test_other_imports_pass(statement: str) -> None:
    assert not upward(tree(rules__a=statement, rules__b="", records=""))


def test_an_eager_package_is_noticed() -> None:
    root = module(PACKAGE, "from evidence_kb.gate import run\ndef load():\n    from evidence_kb.loading import load")
    assert len(eager(root, tree(gate="", loading=""))) == 1


def test_a_cycle_is_noticed() -> None:
    found = cycle(tree(rules__a="from . import b", rules__b="def f():\n    from evidence_kb.rules.a import g"))
    assert set(found) == {"evidence_kb.rules.a", "evidence_kb.rules.b"}


@pytest.mark.parametrize(
    "statement", ["import math", "from fractions import Fraction", "from evidence_kb.statistics import ratios"]
)
def test_mathematics_in_a_rule_is_noticed(statement: str) -> None:
    assert len(mathematics_in_rules(tree(rules__a=statement, statistics=""))) == 1
    assert not mathematics_in_rules(tree(analysis__a=statement, statistics=""))
