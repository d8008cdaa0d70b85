"""Finds what modules define: every rule, export, page type or report format of a package."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def modules(package: ModuleType) -> tuple[ModuleType, ...]:
    """All modules below a package, imported, sorted by name."""
    found = pkgutil.walk_packages(package.__path__, prefix=f"{package.__name__}.")
    return tuple(importlib.import_module(name) for name in sorted(info.name for info in found))


def instances(package: ModuleType, of: type[T]) -> tuple[T, ...]:
    """Every instance of a type that a module below the package defines at its top level."""
    seen: dict[int, T] = {}
    for module in modules(package):
        for name in sorted(vars(module)):
            value = vars(module)[name]
            if isinstance(value, of) and not name.startswith("_"):
                seen.setdefault(id(value), value)
    return tuple(seen.values())
