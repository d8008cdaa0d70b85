"""Two sources have the same title and year.

They may be one work that was entered twice under different identifiers, or a paper and its abstract at a congress.

Why it matters:
A study that stands twice counts twice.

How to fix it:
Look at both pages. If it is one work keep one source; if there are two, say in `design_note` how they differ and add a
waiver.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import tokens
from evidence_kb.findings import Severity
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule


def _titles(kb: KnowledgeBase, id: str) -> dict[tuple[str, str], list[str]]:
    """Sources by the words of their title and their year."""
    found: dict[tuple[str, str], list[str]] = {}
    for source, entry in kb.sources.items():
        found.setdefault(_key(entry.record), []).append(source)
    return found


def _key(source: Source) -> tuple[str, str]:
    return " ".join(tokens(source.csl.title or "")), (source.csl.issued or "")[:4]


@rule("IX108", each=Source, severity=Severity.WARNING)
def same_title_and_year(source: Source, context: Context) -> Iterator[Problem]:
    """Compare with the sources before this one."""
    key = _key(source)
    same = context.kb.once(_titles, "").get(key, []) if all(key) else []
    if same and same[0] != context.entry.id:
        message = f"`{same[0]}` has the same title and year ({key[1]}); they may be one work."
        yield Problem(
            message, ("csl", "title"), value=source.csl.title, fix="Keep one of them, or say how they differ."
        )
