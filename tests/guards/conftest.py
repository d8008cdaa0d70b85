"""What the guards read: the project's own modules and the files that are, or are about to be, committed."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePath

import pytest

from guards.source_tree import Module, modules_below


@pytest.fixture(scope="session")
def modules(repository: Path) -> dict[str, Module]:
    """Every module of the package, under its dotted name."""
    found = modules_below(repository / "src")
    assert found, "no module found: the guards would pass without having looked at anything"
    return found


@pytest.fixture(scope="session")
def repository_files(repository: Path) -> list[PurePath]:
    """Every file that git tracks or would track, relative to the root."""
    if not (repository / ".git").exists():
        pytest.skip("no git checkout, so nothing says which files belong to the project")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    names = sorted(filter(None, listing.stdout.split("\0")))
    assert names, "git lists no file: the guards would pass without having looked at anything"
    return [PurePath(name) for name in names if (repository / name).is_file()]
