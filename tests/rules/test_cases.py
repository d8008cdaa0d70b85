"""Every rule fires on the flaw of its cases, with the right words at the right place, and is silent beside it."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path

import pytest

from evidence_kb import strict_yaml
from evidence_kb.findings import Finding, dotted
from evidence_kb.gate import Report, check
from evidence_kb.loading import library
from evidence_kb.loading.library import Loaded, load, load_files
from evidence_kb.rules.cases import Case, CaseError, case_file, changed_files, example_files
from evidence_kb.rules.catalogue import all_rules
from evidence_kb.rules.examples import example
from evidence_kb.rules.rule import Rule

RULES = {rule.code: rule for rule in all_rules()}
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{case.name}") for rule in RULES.values() for case in case_file(rule).cases
]


@pytest.fixture(autouse=True)
def _files_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case changes a file or two: the others are parsed once for all cases."""
    monkeypatch.setattr(library, "read", _read)


_read = lru_cache(maxsize=4096)(strict_yaml.read)


@cache
def untouched() -> Report:
    return check(load_files(example_files()))


def loaded_for(case: Case, folder: Path) -> Loaded:
    files = changed_files(case, example_files())
    if not case.disk:
        return load_files(files)
    for file in files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.raw)
    for entry in case.disk:
        place = folder / entry.path
        place.parent.mkdir(parents=True, exist_ok=True)
        if entry.kind == "link":
            place.symlink_to(entry.to)
        elif entry.kind == "folder":
            place.mkdir()
        elif entry.kind == "pipe":
            os.mkfifo(place)
        else:
            place.write_text(entry.to, encoding="utf-8")
    return load(folder)


def as_expected(finding: Finding) -> dict[str, object]:
    return {"file": finding.file, "at": dotted(finding.path), "message": finding.message}


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case, tmp_path: Path) -> None:
    # Whether a waiver is used shows only when the waived rules run, too.
    select = () if rule.family == "WV" else (rule.code,)
    report = check(loaded_for(case, tmp_path), as_of=case.as_of, select=select, texts=dict(case.texts))
    own = [finding for finding in report.findings if finding.code == rule.code]
    assert [as_expected(finding) for finding in own] == [
        {"file": one.file, "at": one.at, "message": one.message} for one in case.expected
    ]
    for finding, one in zip(own, case.expected, strict=True):
        assert one.line in (None, finding.line)
        assert one.severity in (None, finding.severity)
    assert case.fires == bool(own)
    assert rule.check is None or report.examined[rule.code]


@pytest.mark.fuzz
@pytest.mark.parametrize(("rule", "case"), CASES)
def test_one_mistake_is_one_message(rule: Rule, case: Case, tmp_path: Path) -> None:
    """No other rule complains of the change, but for those that the case names under `also`."""
    report = check(loaded_for(case, tmp_path), as_of=case.as_of, texts=dict(case.texts))
    allowed = (rule.code, *case.also)
    others = [finding for finding in report.findings if not finding.code.startswith(allowed)]
    assert [f"{f.file}:{f.line} {f.code} {f.message}" for f in others] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_a_case_that_fires_and_one_that_does_not(rule: Rule) -> None:
    written = case_file(rule)
    if rule.check is None and written.no_case:
        assert len(written.no_case.split()) > 5
        return
    assert any(case.fires for case in written.cases), f"{rule.code} has no case that fires"
    if rule.check is not None:
        silent = [case for case in written.cases if not case.fires]
        assert silent, f"{rule.code} has no case in which it stays silent"
        assert all(case.replace or case.added or case.removed or case.as_of for case in silent)


def test_the_example_library_is_without_findings() -> None:
    assert [f"{f.file}:{f.line} {f.code} {f.message}" for f in untouched().findings] == []
    assert untouched().waived


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.check], ids=lambda rule: rule.code)
def test_a_rule_examines_something_in_the_example_library(rule: Rule) -> None:
    assert untouched().examined[rule.code] or rule.without_subject


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_shows_a_wrong_and_a_right_example(rule: Rule) -> None:
    shown = example(rule)
    if shown is None:
        assert case_file(rule).no_case or all(case.disk for case in case_file(rule).cases if case.fires)
        return
    assert shown.message
    assert shown.wrong != shown.right


def test_an_edit_that_does_not_fit_is_refused() -> None:
    with pytest.raises(CaseError, match="occurs 0 times"):
        changed_files(Case("bad", True, "library.yaml", (("no such text", ""),)), example_files())
    with pytest.raises(CaseError, match="no file"):
        changed_files(Case("bad", True, removed=("claims/nothing.yaml",)), example_files())
