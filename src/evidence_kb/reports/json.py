"""The report for machines: one JSON document, version 1."""

from __future__ import annotations

import json
from typing import Any

from evidence_kb.findings import Finding, dotted
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded

VERSION = 1


def render(report: Report, loaded: Loaded) -> str:
    """Findings, waived findings, and how many values each rule examined."""
    document = {
        "version": VERSION,
        "as_of": report.as_of,
        "passed": report.passed,
        "errors": report.errors,
        "warnings": report.warnings,
        "files": report.files,
        "records": report.records,
        "findings": [as_mapping(finding) for finding in report.findings],
        "waived": [
            {"finding": as_mapping(pair.finding), "reason": pair.waiver.reason, "at": pair.waiver.at}
            for pair in report.waived
        ],
        "examined": report.examined,
        "idle": [rule.code for rule in report.idle],
        "notes": list(report.notes),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_mapping(finding: Finding) -> dict[str, Any]:
    """A finding as JSON; absent parts are null."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "record": finding.record,
        "path": dotted(finding.path),
        "value": finding.value,
        "allowed": list(finding.allowed),
        "nearest": finding.nearest,
        "fix": finding.fix,
    }
