"""The closing lines of every report: what was found, and what was examined."""

from __future__ import annotations

from evidence_kb.gate import Report


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def closing(report: Report) -> list[str]:
    """What was found and examined, in sentences."""
    active = [rule for rule in report.rules if rule.check is not None]
    idle = report.idle
    looked = sum(report.examined.values())
    lines = [
        *report.notes,
        f"{counted(report.errors, 'error')}, {counted(report.warnings, 'warning')}, {len(report.waived)} waived.",
        f"Examined as of {report.as_of}: {counted(report.files, 'file')}, {counted(report.records, 'record')}, "
        f"{looked} values by {counted(len(active), 'rule')}.",
    ]
    if idle:
        lines.append(f"Nothing to look at for: {', '.join(rule.code for rule in idle)}.")
    if not looked:
        lines.append("Nothing was examined, so nothing has passed.")
    return lines
