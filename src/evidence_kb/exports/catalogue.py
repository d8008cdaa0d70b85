"""All exports of the package, found by looking into its files, sorted by name."""

from __future__ import annotations

from functools import cache

import evidence_kb.exports
from evidence_kb.discovery import instances
from evidence_kb.exports.export import Export


@cache
def all_exports() -> tuple[Export, ...]:
    """Every export, sorted by name."""
    return tuple(sorted(instances(evidence_kb.exports, Export), key=lambda export: export.name))
