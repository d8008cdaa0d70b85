"""Verdicts of an audit as they are shown: their counts, and what was searched where nothing was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from evidence_kb.records.audit import Audit, Statement
from evidence_kb.site.words import VERDICTS, day


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements have one verdict."""

    verdict: str
    verdict_id: str
    number: str


def counts(audit: Audit) -> tuple[Count, ...]:
    """The number of statements of each verdict, in the order of the verdicts."""
    found: Counter[str] = Counter(statement.verdict for statement in audit.statements)
    return tuple(Count(VERDICTS[verdict], verdict, str(found[verdict])) for verdict in VERDICTS if found[verdict])


def searched_words(statement: Statement) -> str:
    """Where and when evidence was looked for; empty where the statement does not say."""
    searched = statement.searched
    return f"Searched {searched.where} on {day(searched.on)}: {searched.result}." if searched else ""
