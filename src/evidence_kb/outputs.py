"""Writes what was made: changed files by rename, then removes what is no longer made."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: its path below the output folder, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written anew, stayed as they were, and were removed."""

    changed: int
    unchanged: int
    removed: int


def write(files: Iterable[OutputFile], folder: Path) -> Written:
    """Bring a folder to exactly these files.

    Raises ValueError for a path that would leave the folder or stands twice, before anything is written.
    """
    wanted: dict[str, bytes] = {}
    for file in files:
        path = PurePosixPath(file.path)
        if path.is_absolute() or ".." in path.parts or "\\" in file.path or not path.parts:
            raise ValueError(f"{file.path!r} does not stay inside the output folder")
        if str(path) in wanted:
            raise ValueError(f"{file.path!r} is made twice")
        wanted[str(path)] = file.content
    changed = sum(write_file(folder / path, wanted[path]) for path in sorted(wanted))
    removed = _remove_others(folder, set(wanted))
    return Written(changed, len(wanted) - changed, removed)


def write_file(target: Path, content: bytes) -> bool:
    """Write one file whole or not at all; False where it already has this content."""
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _remove_others(folder: Path, wanted: set[str]) -> int:
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
            removed += 1
    return removed
