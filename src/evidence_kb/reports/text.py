"""The report for a person at a terminal: the line, a caret under the place, and how to mend it."""

from __future__ import annotations

from evidence_kb.findings import Finding
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports.summary import closing

MAX_WIDTH = 160


def render(report: Report, loaded: Loaded) -> str:
    """Findings in the order of files and lines, then what was examined."""
    texts = {entry.file: entry.document.text.splitlines() for entry in loaded.kb.entries}
    blocks = [_block(finding, texts.get(finding.file)) for finding in report.findings]
    return "\n".join([*blocks, *closing(report)]) + "\n"


def _block(finding: Finding, source: list[str] | None) -> str:
    lines = [f"{finding.file}:{finding.line}:{finding.column}: {finding.severity} {finding.code}: {finding.message}"]
    if source and 0 < finding.line <= len(source):
        lines += _excerpt(source[finding.line - 1], finding)
    if len(finding.allowed) > 1 and len(finding.allowed) <= 40:
        lines.append(f"    allowed: {', '.join(finding.allowed)}")
    if finding.fix:
        lines.append(f"    fix: {finding.fix}")
    lines.append(f"    more: evidence-kb rule {finding.code}")
    return "\n".join(lines) + "\n"


def _excerpt(line: str, finding: Finding) -> list[str]:
    start = max(0, finding.column - MAX_WIDTH // 2) if len(line) > MAX_WIDTH else 0
    shown = line[start : start + MAX_WIDTH]
    number = str(finding.line)
    caret = " " * (finding.column - 1 - start) + "^"
    return [f"    {number} | {shown}", f"    {' ' * len(number)} | {caret}"]
