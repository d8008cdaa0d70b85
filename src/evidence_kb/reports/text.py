"""The report for a person at a terminal: the line, a caret under the place, and how to mend it."""

from __future__ import annotations

from evidence_kb.findings import Finding
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports.plain import plain
from evidence_kb.reports.summary import closing

MAX_WIDTH = 160
MAX_ALLOWED = 40


def render(report: Report, loaded: Loaded) -> str:
    """Findings in the order of files and lines, then what was examined."""
    texts = {entry.file: entry.document.text for entry in loaded.kb.entries} | dict(loaded.texts)
    shown = {finding.file for finding in report.findings}
    lines = {file: text.split("\n") for file, text in texts.items() if file in shown}
    blocks = [_block(finding, lines.get(finding.file, [])) for finding in report.findings]
    return "\n".join([*blocks, *closing(report)]) + "\n"


def _block(finding: Finding, source: list[str]) -> str:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.severity} {finding.code}: {plain(finding.message)}"]
    if 0 < finding.line <= len(source):
        lines += _excerpt(source[finding.line - 1], finding)
    if 1 < len(finding.allowed) <= MAX_ALLOWED:
        lines.append(f"    allowed: {', '.join(finding.allowed)}")
    told = f"{finding.message} {finding.fix or ''}"
    if finding.nearest and finding.nearest not in told:
        lines.append(f"    nearest: {plain(finding.nearest)}")
    if finding.fix:
        lines.append(f"    fix: {plain(finding.fix)}")
    lines.append(f"    more: evidence-kb rule {finding.code}")
    return "\n".join(lines) + "\n"


def _excerpt(line: str, finding: Finding) -> list[str]:
    start = max(0, finding.column - MAX_WIDTH // 2) if len(line) > MAX_WIDTH else 0
    shown = plain(line[start : start + MAX_WIDTH])
    number = str(finding.line)
    caret = " " * (finding.column - 1 - start) + "^"
    return [f"    {number} | {shown}", f"    {' ' * len(number)} | {caret}"]
