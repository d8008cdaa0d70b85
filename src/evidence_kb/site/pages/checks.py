"""The page of the checks: what each rule examined and found in this library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.site.addresses import Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.pages.rules import examined_words
from evidence_kb.site.source import Site
from evidence_kb.site.views.findings import FindingView, finding_view
from evidence_kb.site.views.table import Row, Table, figure, head, table, text
from evidence_kb.site.words import counted, day


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """What the page of the checks shows."""

    outcome: str
    passed: str
    summary: str
    as_of: str
    rules: Table
    findings: tuple[FindingView, ...]
    waived: tuple[FindingView, ...]


def make(site: Site) -> Iterator[Page]:
    """The one page of the checks."""
    path, report = "checks.md", site.report
    links = Links(site.kb, path)
    rows = []
    for rule in report.rules:
        number = sum(finding.code == rule.code for finding in report.findings)
        looked = report.examined.get(rule.code, 0)
        rows.append(
            Row(
                (
                    head(links.rule(rule.code)),
                    text(rule.documentation.title),
                    figure(str(looked)) if looked else text(examined_words(site, rule)),
                    figure(str(number)),
                ),
                mark="idle" if rule.check is not None and not looked else "",
            )
        )
    total = sum(report.examined.values())
    content = ChecksPage(
        outcome="The library passes its checks." if report.passed else "The library does not pass its checks.",
        passed="passed" if report.passed else "failed",
        summary=(
            f"{counted(report.files, 'file')} with {counted(report.records, 'record')}; {total} values examined by "
            f"{counted(len(report.rules), 'rule')}: {counted(report.errors, 'error')}, "
            f"{counted(report.warnings, 'warning')}, {len(report.waived)} waived with a reason."
        ),
        as_of=day(report.as_of),
        rules=table("Rules", ["Rule", "Flaw it looks for", "Examined", "Found"], rows),
        findings=tuple(finding_view(finding, links) for finding in report.findings),
        waived=tuple(finding_view(pair.finding, links, pair.waiver.reason) for pair in report.waived),
    )
    yield Page(path, "Checks", content.summary, content)


CHECKS = PageType("checks", "checks.md.j2", ChecksPage, make, "Method")
