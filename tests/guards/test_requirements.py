"""The pinned requirements agree with each other and with pyproject.toml, and every pin has its hashes."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Pins = dict[str, dict[str, str]]

# From the smallest to the largest; each holds the one before it, so that one environment serves all of them.
SETS = {
    "site": ("site",),
    "test": ("site", "edit", "test"),
    "full": ("site", "edit", "test", "browser", "oracle", "dev"),
}


def pins(text: str) -> Pins:
    """Each package with its pinned versions and, for each, the marker and hashes as they stand in the file."""
    found: Pins = {}
    for entry in re.split(r"\n(?=\S)", text):
        if entry and not entry.startswith("#"):
            requirement, _, hashes = entry.partition(" \\\n")
            name, _, version = requirement.partition(";")[0].strip().partition("==")
            found.setdefault(canonicalize_name(name), {})[version] = hashes.strip()
    return found


def unhashed(found: Pins) -> list[str]:
    return [
        f"{name}=={version}"
        for name, versions in found.items()
        for version, hashes in versions.items()
        if not version or "--hash=sha256:" not in hashes
    ]


def unlocked(wanted: list[str], found: Pins) -> list[str]:
    """Requirements of pyproject.toml that no pin satisfies: `make lock` was forgotten."""
    return [
        text
        for text in wanted
        if not (versions := found.get(canonicalize_name((requirement := Requirement(text)).name)))
        or not all(requirement.specifier.contains(version, prereleases=True) for version in versions)
    ]


def wanted(project: dict[str, object], extras: tuple[str, ...]) -> list[str]:
    match project:
        case {"project": {"dependencies": list(core), "optional-dependencies": dict(optional)}}:
            return [*core, *(each for extra in extras for each in optional[extra])]
    raise AssertionError("pyproject.toml has no dependencies")


def test_the_sets_are_nested_and_hashed(repository: Path) -> None:
    found = [pins((repository / f"requirements/{name}.txt").read_text("utf-8")) for name in SETS]
    assert all(found)
    for each in found:
        assert not unhashed(each)
    for smaller, larger in pairwise(found):
        assert smaller.items() <= larger.items()


@pytest.mark.parametrize("name", SETS)
def test_every_requirement_is_pinned(repository: Path, name: str) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    found = pins((repository / f"requirements/{name}.txt").read_text("utf-8"))
    assert not unlocked([*wanted(project, SETS[name]), *project["build-system"]["requires"]], found)


def test_every_extra_is_in_the_full_set(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    assert set(project["project"]["optional-dependencies"]) == set(SETS["full"])


def test_a_flaw_is_noticed() -> None:
    found = pins("# head\nclick==8.5.1 \\\n    --hash=sha256:ab\nrich==1.0\n")
    assert found.keys() == {"click", "rich"}
    assert unhashed(found) == ["rich==1.0"]
    assert unlocked(["click>=8", "click>=9", "absent"], found) == ["click>=9", "absent"]
