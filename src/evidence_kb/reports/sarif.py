"""SARIF 2.1.0, the format in which hosting services and editors take the results of checks."""

from __future__ import annotations

import json
from typing import Any

from evidence_kb import __version__
from evidence_kb.findings import Finding, dotted
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports.summary import closing
from evidence_kb.rules.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Json = dict[str, Any]


def render(report: Report, loaded: Loaded) -> str:
    """One run: the rules with their documentation, the findings, the waived ones as suppressed, and the examined."""
    index = {rule.code: number for number, rule in enumerate(report.rules)}
    results = [_result(finding, index) for finding in report.findings]
    for pair in report.waived:
        suppressed = _result(pair.finding, index)
        suppressed["suppressions"] = [{"kind": "inSource", "justification": pair.waiver.reason}]
        results.append(suppressed)
    run = {
        "tool": {
            "driver": {"name": "evidence-kb", "version": __version__, "rules": [_rule(rule) for rule in report.rules]}
        },
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"as_of": report.as_of, "examined": report.examined, "summary": closing(report)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> Json:
    text = rule.documentation
    help_text = "\n\n".join([text.explanation, *(f"{heading}:\n{body}" for heading, body in text.sections)])
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),
        "shortDescription": {"text": text.title},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(finding: Finding, index: dict[str, int]) -> Json:
    message = f"{finding.message} {finding.fix}" if finding.fix else finding.message
    result: Json = {
        "ruleId": finding.code,
        "level": str(finding.severity),
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": finding.file},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                },
                "logicalLocations": [{"name": finding.record, "fullyQualifiedName": _qualified(finding)}],
            }
        ],
        # What stays the same when lines move, so that a service does not take an old finding for a new one.
        "partialFingerprints": {"place/v1": f"{finding.code}:{finding.file}:{_qualified(finding)}"},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result


def _qualified(finding: Finding) -> str:
    return f"{finding.record}.{dotted(finding.path)}" if finding.path else finding.record
