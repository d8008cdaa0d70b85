"""When a record was last looked at, and when it is due for review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.audit import Audit
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.library import ReviewWindows
from evidence_kb.records.question import Question
from evidence_kb.records.source import Source

Window = Literal["guideline", "label", "review", "trial", "mechanism"]

_WINDOWS: dict[str, Window] = {
    "recommendation": "guideline",
    "regulatory": "label",
    "safety": "label",
    "regimen": "label",
    "meta_analysis": "review",
    "network_meta_analysis": "review",
    "mechanism": "mechanism",
    "fact": "mechanism",
    "absence": "mechanism",
}


@dataclass(frozen=True, slots=True)
class Review:
    """The last look at a record (None where no date is recorded), and from when on it is due and overdue."""

    window: Window
    months: int
    last: str | None
    due: str | None
    overdue: str | None


def review(kb: KnowledgeBase, id: str, kind: str) -> Review | None:
    """When the record `id` is due; None for kinds of records that are not reviewed by themselves.

    A source is due by the shortest window among the claims that bear no date of their own and rest on its.
    """
    if kind == "source":
        return _review_of_source(kb, id)
    groups: dict[str, Any] = {"claim": kb.claims, "question": kb.questions, "audit": kb.audits}
    entry = groups.get(kind, {}).get(id)
    if entry is None:
        return None
    return _review(kb, window_of(entry.record), [*_own_looks(entry.record), *_source_looks(entry, kb)])


def _review(kb: KnowledgeBase, window: Window, looks: list[str]) -> Review:
    windows = _windows(kb)
    months = int(getattr(windows, window))
    if not looks:
        return Review(window, months, None, None, None)
    last = max(looks)
    due = months_after(last, months)
    return Review(window, months, last, due, months_after(due, windows.grace))


def _windows(kb: KnowledgeBase) -> ReviewWindows:
    return kb.library.record.review_windows if kb.library else ReviewWindows()


def _review_of_source(kb: KnowledgeBase, id: str) -> Review | None:
    resting = {window_of(entry.record) for entry in kb.claims_of(id) if not dated_by_itself(entry.record)}
    if not resting:
        return None
    shortest = min(sorted(resting), key=lambda window: int(getattr(_windows(kb), window)))
    return _review(kb, shortest, list(source_looks(kb.sources[id].record)))


def dated_by_itself(record: Claim | Question | Audit) -> bool:
    """Whether the record bears a date of a look of its own, beside those of its sources."""
    return any(True for _ in _own_looks(record))


def window_of(record: Claim | Question | Audit) -> Window:
    """The kind of review window that a record falls under."""
    if isinstance(record, Question | Audit):
        return "review"
    if isinstance(record, Regimen) and record.status in ("studied", "protocol"):
        return "trial"
    return _WINDOWS.get(record.type, "trial")


def _own_looks(record: Claim | Question | Audit) -> Iterator[str]:
    """Every date on which somebody is recorded to have looked at the record itself."""
    yield from (check.on for check in record.checks if check.role != "ai")
    if isinstance(record, Question):
        yield record.search.on
        yield from (row.certainty.on for row in record.outcomes if row.certainty.on)
    elif isinstance(record, Audit):
        yield record.as_of
    else:
        yield from (day for day in (getattr(record, "as_of", None), getattr(record, "on", None)) if day)
        if isinstance(record, Recommendation) and record.status.checked:
            yield record.status.checked


def _source_looks(entry: Entry[Any], kb: KnowledgeBase) -> Iterator[str]:
    """The dates of the sources that a claim cites."""
    for citation in entry.record.citations if isinstance(entry.record, Claim) else ():
        source = kb.sources.get(citation.source)
        if source is not None:
            yield from source_looks(source.record)


def source_looks(source: Source) -> Iterator[str]:
    """The dates on which a source's standing or pages were looked at."""
    if source.standing.checked:
        yield source.standing.checked
    yield from (page.on for page in source.checked if page.on)


def months_after(day: str, months: int) -> str:
    """The day so many months later; a year or month stands for its first day, and months end at their last day."""
    year, month, number = (int(part) for part in f"{day}-01-01"[:10].split("-"))
    total = year * 12 + month - 1 + months
    year, month = divmod(total, 12)
    year = min(year, date.max.year)
    for last in (number, 30, 29, 28):
        try:
            return date(year, month + 1, min(number, last)).isoformat()
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def earliest(day: str) -> str:
    """The first day that a partial date can mean: `2024` is 2024-01-01."""
    return f"{day}-01-01"[:10]


def surely_after(one: str, other: str) -> bool:
    """Whether a date lies after another as far as both are known: `2024` is not surely after `2024-05`."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]
