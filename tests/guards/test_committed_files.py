"""No file of the project names a package registry, a place on somebody's machine, or was generated."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

import pytest

from guards.source_tree import forbid

# The brackets keep this file from finding itself.
REGISTRY = re.compile(
    r"pypi[.]org|python[h]osted|registry[.]npm|(?:deb|security|ftp)[.]debian[.]org"
    r"|--(?:extra-)?index[-]url|--find[-]links"
)
MACHINE_PATH = re.compile(
    r"(?<![\w./~-])/(?:farm|home|root|tmp/[A-Za-z]|Users|work)(?:/|[\w.-]+/)|(?<!\w)[A-Z]:\\\\?Users"
)
GENERATED = {".venv", "__pycache__", "build", "dist", "node_modules", "site-packages"}
GENERATED_FILES = {"package-lock.json", "poetry.lock", "uv.lock"}
LARGEST = 2_000_000


def misplaced(path: PurePath, size: int) -> list[str]:
    complaints = []
    if GENERATED.intersection(path.parts) or any(part.endswith(".egg-info") for part in path.parts):
        complaints.append(f"{path} lies in a folder of generated files")
    if path.name in GENERATED_FILES:
        complaints.append(f"{path} is a lock file that names registries; requirements/ holds the pins")
    if size > LARGEST:
        complaints.append(f"{path} has {size} bytes; {LARGEST} are allowed")
    return complaints


def leaking(path: PurePath, content: bytes) -> list[str]:
    """The lines of a text file that name a registry or a machine's path; binary files are passed over."""
    if b"\0" in content:
        return []
    return [
        f"{path}:{number}: {what}: {match[0]}"
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), 1)
        for what, pattern in (("registry", REGISTRY), ("path of a machine", MACHINE_PATH))
        if (match := pattern.search(line))
    ]


def test_no_generated_or_huge_file(repository: Path, repository_files: list[PurePath]) -> None:
    forbid(each for path in repository_files for each in misplaced(path, (repository / path).stat().st_size))


def test_no_registry_and_no_machine_path(repository: Path, repository_files: list[PurePath]) -> None:
    forbid(each for path in repository_files for each in leaking(path, (repository / path).read_bytes()))


@pytest.mark.parametrize(
    "parts",
    [
        ("https://", "pypi", ".org/simple"),
        ("https://files.python", "hosted.org/x"),
        ("https://registry.", "npmjs.org"),
        ("--index", "-url x"),
        ("see /", "home/somebody/x"),
        ("see /", "work/main/x"),
        ("'/", "root/.cache'"),
        ("(/", "tmp/run/x)"),
        ("/", "Users/somebody/x"),
        ("C:\\", "Users\\somebody"),
    ],
)
def test_a_leak_is_noticed(parts: tuple[str, ...]) -> None:
    assert len(leaking(PurePath("notes.md"), "".join(parts).encode())) == 1


@pytest.mark.parametrize(
    "text", ["https://example.org/home/page", "see claims/work/x", "/usr/bin/env", "docs/root/x", "a /tmp file"]
)
def test_other_text_passes(text: str) -> None:
    assert not leaking(PurePath("notes.md"), text.encode())


@pytest.mark.parametrize("path", ["build/site/index.html", ".venv/bin/python", "src/x.egg-info/PKG-INFO", "uv.lock"])
def test_a_generated_file_is_noticed(path: str) -> None:
    assert len(misplaced(PurePath(path), 0)) == 1
    assert len(misplaced(PurePath("seed.txt"), LARGEST + 1)) == 1
