"""The sentences that a record publishes, and the words that rules on wording look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.findings import FieldPath
from evidence_kb.records.audit import Omission, Statement
from evidence_kb.records.base import Claim
from evidence_kb.records.question import QuestionOutcome

PUBLISHED = (Claim, Statement, Omission, QuestionOutcome)
NEGATION = re.compile(
    r"\b(?:not|no|never|nor|neither|nobody|nothing|whether|without|none|far from|cannot|rather than|instead of)\b"
    r"[^.;:]{0,60}$",
    re.I,
)
"""A negation earlier in the same part of the sentence: `it has not been shown to be safe`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the library's own, and where it stands."""

    text: str
    at: FieldPath


def sentences(record: object) -> Iterator[Sentence]:
    """The library's own words in a claim, an audited statement, an omission or a row."""
    if isinstance(record, Claim):
        yield Sentence(record.statement, ("statement",))
    elif isinstance(record, Statement | Omission):
        yield Sentence(record.honest_wording, ("honest_wording",))
    elif isinstance(record, QuestionOutcome) and record.summary:
        yield Sentence(record.summary, ("summary",))


def negated(text: str, at: int) -> bool:
    """Whether a negation stands shortly before a place of a sentence."""
    return NEGATION.search(text[:at]) is not None


def said(pattern: re.Pattern[str], text: str) -> str | None:
    """The first words that a pattern finds and that are not negated."""
    return next((match[0] for match in pattern.finditer(text) if not negated(text, match.start())), None)
