"""The library of this repository passes its own gate, in canonical form, and every rule is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_kb.editing.formatting import format_library
from evidence_kb.site.building import Checked


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
    assert [each.path for each in results if each.state != "unchanged"] == []
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
