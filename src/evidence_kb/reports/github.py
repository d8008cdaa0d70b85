"""Annotations for a pull request: workflow commands that a hosting service shows on the changed lines."""

from __future__ import annotations

from itertools import groupby

from evidence_kb.findings import Finding, Severity
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports.summary import closing, counted

LIMIT = 10


def render(report: Report, loaded: Loaded) -> str:
    """At most ten errors and ten warnings, merged per record; how many more there are is said."""
    lines: list[str] = []
    for severity in (Severity.ERROR, Severity.WARNING):
        merged = _merged([finding for finding in report.findings if finding.severity is severity])
        lines += [_command(severity, group) for group in merged[:LIMIT]]
        if len(merged) > LIMIT:
            rest = sum(len(group) for group in merged[LIMIT:])
            lines.append(f"{counted(rest, str(severity))} more in {len(merged) - LIMIT} records; see the job summary.")
    return "\n".join([*lines, *closing(report)]) + "\n"


def _merged(findings: list[Finding]) -> list[list[Finding]]:
    ordered = sorted(findings, key=lambda finding: (finding.file, finding.record, finding.line, finding.column))
    groups = [list(group) for _, group in groupby(ordered, key=lambda finding: (finding.file, finding.record))]
    return sorted(groups, key=lambda group: (-len(group), group[0].order))


def _command(severity: Severity, group: list[Finding]) -> str:
    first = group[0]
    title = f"{first.code} {first.record}" if len(group) == 1 else f"{len(group)} findings in {first.record}"
    message = "\n".join(f"{f.code} (line {f.line}): {f.message}" + (f" {f.fix}" if f.fix else "") for f in group)
    place = f"file={_property(first.file)},line={first.line},col={first.column},title={_property(title)}"
    return f"::{severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
