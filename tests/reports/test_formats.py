"""Every format tells every finding with its place, and ends with what was examined."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from evidence_kb.findings import Finding, Severity
from evidence_kb.gate import Report, check
from evidence_kb.loading.library import Loaded, load_files
from evidence_kb.reports.formats import FORMATS
from evidence_kb.reports.plain import plain
from evidence_kb.reports.summary import closing
from evidence_kb.rules.cases import example_files

BROKEN = "claims/background/broken.yaml"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_finding_is_told(name: str, report: Report, faulty: Loaded) -> None:
    told = FORMATS[name](report, faulty)
    assert {finding.code for finding in report.findings} == {"RF103", "SC127", "VC102"}
    for finding in report.findings:
        assert finding.file in told
        assert finding.code in told
    assert told.endswith("\n")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_report_says_what_was_examined(name: str, report: Report, faulty: Loaded) -> None:
    told = FORMATS[name](report, faulty)
    looked = str(report.examined["RF103"]) if name == "json" else str(sum(report.examined.values()))
    assert looked in told
    assert "FG501" in told or not report.idle


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_library_gives_the_same_bytes(name: str, faulty: Loaded) -> None:
    assert FORMATS[name](check(faulty), faulty) == FORMATS[name](check(faulty), faulty)


def test_text_shows_line_caret_fix_and_page_also_of_a_file_that_cannot_be_read(report: Report, faulty: Loaded) -> None:
    told = FORMATS["text"](report, faulty)
    assert f"{BROKEN}:2:18: error SC127: " in told
    assert "    2 | statement: Result: <b>more</b> | relief\n      |                  ^\n" in told
    assert "    fix: Write `velorine`.\n    more: evidence-kb rule RF103\n" in told


def test_text_names_allowed_values_and_the_nearest(report: Report, faulty: Loaded) -> None:
    finding = Finding(
        "SC203", Severity.ERROR, "It is wrong.", "library.yaml", value="a", allowed=("one", "two"), nearest="one"
    )
    told = FORMATS["text"](replace(report, findings=(finding,)), faulty)
    assert "    allowed: one, two\n    nearest: one\n" in told


def test_json_is_versioned_and_has_every_part_of_a_finding(report: Report, faulty: Loaded) -> None:
    document = json.loads(FORMATS["json"](report, faulty))
    assert document["version"] == 1
    assert document["errors"] == len(document["findings"]) == 3
    assert document["passed"] is False
    assert document["waived"][0]["reason"]
    parts = "code severity message file line column record path value allowed nearest fix"
    assert all(set(parts.split()) <= set(finding) for finding in document["findings"])


def test_sarif_names_rules_places_and_waived_findings(report: Report, faulty: Loaded) -> None:
    document = json.loads(FORMATS["sarif"](report, faulty))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    results = run["results"]
    assert len(results) == len(report.findings) + len(report.waived)
    for result in results:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
    assert [result["suppressions"][0]["justification"] for result in results if "suppressions" in result] == [
        pair.waiver.reason for pair in report.waived
    ]


def test_junit_is_xml_with_a_test_for_each_rule(report: Report, faulty: Loaded) -> None:
    suite = ElementTree.fromstring(FORMATS["junit"](report, faulty).encode("utf-8"))[0]
    cases = {case.get("name", "").split()[0]: case for case in suite.iter("testcase")}
    assert set(cases) == {rule.code for rule in report.rules}
    assert {code for code, case in cases.items() if case.find("failure") is not None} == {"RF103", "SC127", "VC102"}
    assert {code for code, case in cases.items() if case.find("skipped") is not None} == {r.code for r in report.idle}


def test_junit_survives_characters_that_xml_does_not_have(report: Report, faulty: Loaded) -> None:
    finding = Finding("SC107", Severity.ERROR, "A \x00 and a \x1b[31m", "a\x01.yaml")
    ElementTree.fromstring(FORMATS["junit"](replace(report, findings=(finding,)), faulty).encode("utf-8"))


def test_markdown_escapes_what_would_break_a_table_or_make_html(report: Report, faulty: Loaded) -> None:
    finding = Finding("SC203", Severity.ERROR, "a | b <img src=x> `c | d` and *e*", "library.yaml", fix="one ` tick |")
    told = FORMATS["markdown"](replace(report, findings=(finding,)), faulty)
    assert r"| 1 | SC203 | a \| b \<img src=x\> `c \| d` and \*e\* | one ' tick \| |" in told


def test_github_merges_by_record_and_cuts_at_ten(report: Report, faulty: Loaded) -> None:
    many = tuple(
        Finding(
            "RF101", Severity.ERROR, f"No {number} 100%\nsecond", f"claims/{number:02d}.yaml", record=f"{number:02d}"
        )
        for number in range(12)
        for _ in range(2)
    )
    told = FORMATS["github"](replace(report, findings=many), faulty)
    assert told.count("::error ") == 10
    assert "100%25%0Asecond" in told
    assert "4 errors more in 2 records" in told


def test_a_run_that_looked_at_nothing_has_not_passed() -> None:
    empty = check(load_files(()))
    assert not empty.passed
    assert "Nothing was examined, so nothing has passed." in closing(empty)


def test_a_clean_library_passes() -> None:
    clean = check(load_files(example_files()))
    assert clean.passed
    assert closing(clean)[0] == "0 errors, 0 warnings, 2 waived."


def test_text_of_a_file_cannot_steer_a_terminal() -> None:
    assert plain("a\x1b[31m\nb\u202e\tc") == "a\ufffd[31m b\ufffd c"
