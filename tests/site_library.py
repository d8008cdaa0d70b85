"""The small invented library of the site's tests, with a mark in every text so that tests can put anything there."""

from __future__ import annotations

from pathlib import Path

from evidence_kb.store import StoredFile

FOLDER = Path(__file__).parent / "site" / "library"


def library(mark: str = "") -> list[StoredFile]:
    """Its files; `mark` replaces the sign that stands at the beginning of every free text."""
    return [
        StoredFile(file.relative_to(FOLDER).as_posix(), file.read_text("utf-8").replace("§", mark).encode())
        for file in sorted(FOLDER.rglob("*.yaml"))
    ]
