"""Leaves findings out of a report: those elsewhere, and those that were there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from evidence_kb.findings import Finding
from evidence_kb.gate import Report
from evidence_kb.reports.summary import counted

Key = tuple[str, str, str, str, str]


def below(report: Report, paths: Sequence[str]) -> Report:
    """Only findings in these files and folders; the whole library was checked all the same."""
    chosen = tuple(path.rstrip("/") for path in paths)
    kept = tuple(
        finding
        for finding in report.findings
        if any(path in ("", ".") or finding.file == path or finding.file.startswith(f"{path}/") for path in chosen)
    )
    left = len(report.findings) - len(kept)
    note = f"The whole library was checked; {counted(left, 'finding')} in other files not shown."
    return replace(report, findings=kept, notes=(*report.notes, note))


def new_since(report: Report, base: Report, name: str) -> Report:
    """Only findings that the report `base` does not have; lines may have moved in between.

    A finding is the same where rule, file, record, path and message are. Two equal ones count as two.
    """
    known = Counter(map(_key, base.findings))
    kept = []
    for finding in report.findings:
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        else:
            kept.append(finding)
    left = len(report.findings) - len(kept)
    note = f"Only what is new since {name} is shown; {counted(left, 'finding')} that it has, too, left out."
    return replace(report, findings=tuple(kept), notes=(*report.notes, note))


def _key(finding: Finding) -> Key:
    path = "/".join(map(str, finding.path))
    return finding.code, finding.file, finding.record, path, finding.message
