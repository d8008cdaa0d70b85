"""The library of this repository passes its own gate, in canonical form, and every rule is accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence_kb.editing.formatting import format_library
from evidence_kb.gate import check
from evidence_kb.loading.library import load_files
from evidence_kb.site.building import Checked
from evidence_kb.store import StoredFile, list_files


def test_the_gate_finds_nothing(real_library: Checked) -> None:
    found = [f"{each.file}:{each.line}: {each.code}: {each.message}" for each in real_library.report.findings]
    assert found == []
    assert real_library.report.passed


def test_every_rule_examined_something_or_says_why_not(real_library: Checked) -> None:
    unexplained = [rule.code for rule in real_library.report.idle if not rule.without_subject]
    assert unexplained == []
    assert len(real_library.report.idle) < len(real_library.report.rules) / 5


def test_every_file_is_in_canonical_form(repository: Path) -> None:
    results, unreadable = format_library(repository)
    assert [each.path for each in results if each.state != "canonical"] == []
    assert unreadable == ()


@pytest.mark.parametrize("kind", ["sources", "claims", "questions", "audits"])
def test_every_kind_of_record_is_there(real_library: Checked, kind: str) -> None:
    assert getattr(real_library.loaded.kb, kind)


def test_identifiers_that_nobody_saw_stay_candidates(real_library: Checked) -> None:
    for entry in real_library.loaded.kb.sources.values():
        candidates, csl = entry.record.candidates, entry.record.csl
        if candidates is not None:
            both = [name for name in ("doi", "pmid", "pmcid") if getattr(candidates, name) and getattr(csl, name)]
            assert not both, f"{entry.id}: {both} stand among the candidates and in csl"


MISTAKES = (
    ("claims/magnesium-acute/demirkaya-2001-pain-freedom.yaml", r'percent: "86.6"', 'percent: "68.6"', "FG201"),
    ("claims/mechanisms/santos-2016-local.yaml", r"source: santos-2016", "source: santos-2061", "RF101"),
    ("claims/mechanisms/nowak-1984-nmda-block.yaml", r"statement:", "statment:", "SC201"),
    ("claims/mechanisms/van-der-hel-1998-anoxic.yaml", r"citation:\n(?:  .*\n)+", "", "SC202"),
)


def test_one_mistake_is_one_finding(repository: Path) -> None:
    """Digits that change places, a misspelt source, a misspelt key, a deleted citation: one line each to mend.

    The first figure has a waiver, which answers only for the figure that it names.
    """
    files = {file.path: file.raw.decode() for file in list_files(repository)[0]}
    expected = []
    for path, old, new, code in MISTAKES:
        match = re.search(old, files[path])
        assert match is not None
        line = files[path].count("\n", 0, match.start()) + 1 if new else 1
        expected.append((path, line, code))
        files[path] = files[path][: match.start()] + new + files[path][match.end() :]
    found = check(load_files(StoredFile(path, text.encode()) for path, text in files.items())).findings
    assert [(each.file, each.line, each.code) for each in found] == sorted(expected)
    assert all(each.fix for each in found)
