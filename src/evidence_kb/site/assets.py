"""The files of the site that people write: style sheets, scripts, the mark, and pages under `docs/`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evidence_kb.outputs import OutputFile

FOLDER = "assets"
LARGEST = 5_000_000


def assets(template_folders: Iterable[Path], docs: Path) -> tuple[OutputFile, ...]:
    """Assets of the first template folder that has each file, and everything under `docs/`, which comes first."""
    found: dict[str, OutputFile] = {}
    if docs.is_dir():
        found |= {path: OutputFile(path, content) for path, content in _files(docs)}
    for folder in template_folders:
        for path, content in _files(folder / FOLDER):
            found.setdefault(f"{FOLDER}/{path}", OutputFile(f"{FOLDER}/{path}", content))
    return tuple(found[path] for path in sorted(found))


def _files(folder: Path) -> Iterable[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not file.is_symlink() and not hidden and file.stat().st_size <= LARGEST:
            yield path.as_posix(), file.read_bytes()
