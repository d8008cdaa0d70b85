"""Spreads independent work over processes that inherit everything that was read; the results come in order."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# What the processes have to do. They are forked, so that neither it nor the library has to be sent to them.
_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def spread(work: Callable[[T], R], items: Sequence[T], workers: int) -> list[R]:
    """`[work(item) for item in items]`, done by up to `workers` processes; what `work` raises is raised here.

    Items that take long should come first. One process does it all where the system cannot fork safely: elsewhere than
    on Linux, or while threads run.
    """
    number = min(workers, len(items))
    if number < 2 or sys.platform != "linux" or threading.active_count() > 1:
        return [work(item) for item in items]
    _inherited.append((work, items))
    try:
        with multiprocessing.get_context("fork").Pool(number) as pool:
            found: list[R] = pool.map(_done, range(len(items)), chunksize=1)
    finally:
        _inherited.pop()
    return found


def _done(place: int) -> Any:
    work, items = _inherited[-1]
    return work(items[place])
