"""Waits until a file of the library or a template changes, by looking at sizes and times."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

Stamp = tuple[tuple[str, int, int], ...]


def stamp(roots: Iterable[Path]) -> Stamp:
    """Every file below some folders with its time and size; what vanishes meanwhile is left out."""
    return tuple(sorted(_stamps(roots)))


def _stamps(roots: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for root in roots:
        for file in [root] if root.is_file() else root.rglob("*"):
            try:
                status = file.stat()
            except OSError:
                continue
            if file.is_file():
                yield str(file), status.st_mtime_ns, status.st_size


def changes(roots: Iterable[Path], every: float = 0.4) -> Iterator[Stamp]:
    """A new stamp whenever something has changed and then been quiet for one look; never ends."""
    watched = tuple(roots)
    known = stamp(watched)
    while True:
        time.sleep(every)
        seen = stamp(watched)
        if seen == known:
            continue
        time.sleep(every / 4)
        known = stamp(watched)
        yield known
