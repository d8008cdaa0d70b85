"""Rows of a table of studies as data that can be pooled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidence_kb.analysis.study_results import StudyResult
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure, scale_of
from evidence_kb.statistics.study_data import GenericEffect, TwoByTwo, TwoMeans

COUNTS = ("events1", "n1", "events0", "n0")
MEANS = ("n1", "mean1", "sd1", "n0", "mean0", "sd0")
ESTIMATE = ("estimate", "low", "high")


def studies_from_rows(rows: Sequence[Mapping[str, str]], measure: Measure) -> list[StudyResult]:
    """One study a row, by the columns that are there; CannotCompute names the row and what is missing or no number."""
    if not rows:
        raise CannotCompute("the table has no rows")
    return [_study(row, place, measure) for place, row in enumerate(rows, start=1)]


def _study(row: Mapping[str, str], place: int, measure: Measure) -> StudyResult:
    label = (row.get("study") or "").strip() or f"row {place}"
    if _has(row, MEANS):
        n_1, mean_1, sd_1, n_0, mean_0, sd_0 = (_number(row, name, label) for name in MEANS)
        return StudyResult(label, TwoMeans(n_1, mean_1, sd_1, n_0, mean_0, sd_0, label), int(n_1 + n_0), "table")
    if _has(row, COUNTS):
        events_1, n_1, events_0, n_0 = (_number(row, name, label) for name in COUNTS)
        return StudyResult(label, TwoByTwo(events_1, n_1, events_0, n_0, label), int(n_1 + n_0), "table")
    if _has(row, ESTIMATE):
        estimate, low, high = (_number(row, name, label) for name in ESTIMATE)
        data = GenericEffect.from_interval(estimate, low, high, scale_of(measure), label=label)
        return StudyResult(label, data, None, "table")
    raise CannotCompute(
        f"{label}: needs the columns {', '.join(COUNTS)}; or {', '.join(MEANS)}; or {', '.join(ESTIMATE)}"
    )


def _has(row: Mapping[str, str], names: Sequence[str]) -> bool:
    return all((row.get(name) or "").strip() for name in names)


def _number(row: Mapping[str, str], name: str, label: str) -> float:
    text = row[name].strip().replace("\u2212", "-")
    try:
        return float(text)
    except ValueError:
        raise CannotCompute(f"{label}: {name} is {text!r}, which is no number") from None
