"""What changed in the files of the library, from its git history, handed to the pages that show it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

CONTENT = ("claims", "sources", "questions", "audits", "vocabulary", "library.yaml")
MOST = 60
_SEPARATOR = "\x1e"
_FIELD = "\x1f"


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that touched the content: its date, its first line, and the files with A, M or D."""

    commit: str
    date: str
    subject: str
    files: tuple[tuple[str, str], ...]


def read_history(library: Path) -> tuple[Change, ...]:
    """The newest changes of the content; nothing where the folder is no git checkout or git is missing."""
    form = _SEPARATOR + _FIELD.join(("%H", "%cs", "%s")) + _FIELD
    command = [
        "git",
        "log",
        f"--max-count={MOST}",
        "--no-renames",
        "--name-status",
        "--relative",
        f"--format={form}",
        "--",
    ]
    try:
        done = subprocess.run(
            [*command, *CONTENT],
            cwd=library,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(_change(block) for block in done.stdout.split(_SEPARATOR)[1:])


def _change(block: str) -> Change:
    commit, date, subject, listing = block.split(_FIELD, 3)
    lines = (line.split("\t", 1) for line in listing.splitlines() if "\t" in line)
    return Change(commit, date, subject, tuple(sorted((path, status[:1]) for status, path in lines)))
