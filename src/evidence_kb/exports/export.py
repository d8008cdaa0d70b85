"""What an export is: a name, a path, and a function from the knowledge base to bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Export:
    """One machine-readable file of the whole library."""

    name: str
    path: str
    summary: str
    render: Callable[[KnowledgeBase], bytes]
