"""Findings can be narrowed down to files, or to what another report does not have; the rest is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence_kb.findings import Finding, Severity
from evidence_kb.gate import Report
from evidence_kb.reports.narrowing import below, new_since


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["claims"], 2),
        (["claims/trials"], 1),
        (["claims/trials/birch-2004-intensity.yaml", "vocabulary"], 2),
        (["claims/tri"], 0),
        (["."], 3),
    ],
)
def test_only_files_below_the_paths_are_shown(report: Report, paths: list[str], files: int) -> None:
    shown = below(report, paths)
    assert len(shown.findings) == files
    assert f"{3 - files} finding" in shown.notes[0]
    assert shown.examined == report.examined


def test_a_clean_path_passes_in_a_library_with_errors(report: Report) -> None:
    assert below(report, ["sources"]).passed
    assert not report.passed


def test_what_the_base_has_is_left_out_though_its_line_moved(report: Report) -> None:
    first, *others = report.findings
    moved = replace(report, findings=(replace(first, line=first.line + 7),))
    shown = new_since(report, moved, "main")
    assert list(shown.findings) == others
    assert "since main" in shown.notes[0]


def test_a_second_equal_finding_is_new(report: Report) -> None:
    one = Finding("RF101", Severity.ERROR, "`a` is no term.", "claims/a.yaml", 3, record="a", path=("outcome",))
    twice = replace(report, findings=(one, replace(one, line=9)))
    assert len(new_since(twice, replace(report, findings=(one,)), "main").findings) == 1
    assert new_since(twice, twice, "main").passed


def test_another_message_at_the_same_place_is_new(report: Report) -> None:
    one = Finding("FG201", Severity.ERROR, "13 of 15 is 86.67%, not 68.6%.", "claims/a.yaml", record="a")
    other = replace(one, message="13 of 15 is 86.67%, not 68.7%.")
    assert new_since(replace(report, findings=(other,)), replace(report, findings=(one,)), "main").findings == (other,)
