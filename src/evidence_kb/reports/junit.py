"""JUnit XML, which build servers show as tests: one test a rule."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evidence_kb.findings import Finding, Severity
from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports.plain import plain
from evidence_kb.reports.summary import closing, counted
from evidence_kb.rules.rule import Rule


def render(report: Report, loaded: Loaded) -> str:
    """A rule with errors has failed, one that had nothing to look at was skipped; warnings are its output."""
    failed = {finding.code for finding in report.findings if finding.severity is Severity.ERROR}
    skipped = {rule.code for rule in report.idle} - failed
    numbers = {
        "name": "evidence-kb",
        "tests": str(len(report.rules)),
        "failures": str(len(failed)),
        "errors": "0",
        "skipped": str(len(skipped)),
    }
    root = Element("testsuites", numbers)
    suite = SubElement(root, "testsuite", numbers)
    for rule in report.rules:
        _case(suite, rule, [finding for finding in report.findings if finding.code == rule.code], rule.code in skipped)
    SubElement(suite, "system-out").text = "\n".join(closing(report))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, rule: Rule, findings: list[Finding], skipped: bool) -> None:
    case = SubElement(
        suite, "testcase", {"classname": f"evidence_kb.{rule.family}", "name": f"{rule.code} {rule.slug}"}
    )
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    if errors:
        attributes = {"type": rule.code, "message": f"{counted(len(errors), 'error')}: {rule.documentation.title}"}
        SubElement(case, "failure", attributes).text = "\n".join(map(_line, errors))
    elif skipped:
        reason = rule.without_subject or "The library holds nothing that this rule looks at."
        SubElement(case, "skipped", {"message": reason})
    if warnings:
        SubElement(case, "system-out").text = "\n".join(map(_line, warnings))


def _line(finding: Finding) -> str:
    message = plain(f"{finding.message} {finding.fix or ''}").rstrip()
    return f"{plain(finding.file)}:{finding.line}:{finding.column}: {finding.severity}: {message}"
