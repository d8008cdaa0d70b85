"""Markdown, for the summary of a job and for comments on a pull request."""

from __future__ import annotations

import re
from itertools import groupby

from evidence_kb.findings import Finding, Severity
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports.plain import plain
from evidence_kb.reports.summary import closing, counted

# A service takes about a megabyte of summary, and nobody reads more.
LIMIT = 500
_STEERS = re.compile(r"[\\|*_\[\]<>#~]")


def render(report: Report, loaded: Loaded) -> str:
    """Errors, then warnings, by file; then what was examined, rule by rule."""
    lines = ["## Check of the library", ""]
    shown = 0
    for severity in (Severity.ERROR, Severity.WARNING):
        findings = [finding for finding in report.findings if finding.severity is severity]
        if findings:
            lines += [f"### {counted(len(findings), str(severity)).capitalize()}", ""]
            lines += _by_file(findings[: LIMIT - shown])
        shown = min(LIMIT, shown + len(findings))
    left = len(report.findings) - shown
    if left:
        lines += [f"{counted(left, 'finding')} more; run `evidence-kb check` to see them.", ""]
    lines += [*closing(report), ""]
    return "\n".join([*lines, *_examined(report)]) + "\n"


def _by_file(findings: list[Finding]) -> list[str]:
    lines: list[str] = []
    for file, group in groupby(findings, key=lambda finding: finding.file):
        lines += [f"**{_escaped(file)}**", "", "| line | rule | finding | fix |", "|---|---|---|---|"]
        lines += [f"| {one.line} | {one.code} | {_escaped(one.message)} | {_escaped(one.fix or '')} |" for one in group]
        lines.append("")
    return lines


def _examined(report: Report) -> list[str]:
    rows = [f"| {code} | {number} |" for code, number in report.examined.items()]
    table = ["| rule | values examined |", "|---|---|", *rows]
    return ["<details><summary>What each rule examined</summary>", "", *table, "", "</details>"]


def _escaped(text: str) -> str:
    """The text with everything escaped that Markdown or HTML would act upon; code between backticks stays."""
    parts = plain(text).split("`")
    if len(parts) % 2 == 0:
        return _STEERS.sub(r"\\\g<0>", plain(text).replace("`", "'"))
    return "`".join(
        part.replace("|", r"\|") if number % 2 else _STEERS.sub(r"\\\g<0>", part) for number, part in enumerate(parts)
    )
