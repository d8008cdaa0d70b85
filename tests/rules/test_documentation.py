"""Every code that anything can report is documented, under the headings that the pages show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence_kb import store, strict_yaml
from evidence_kb.loading import schema_errors
from evidence_kb.rules.catalogue import all_rules
from evidence_kb.rules.documentation import HEADINGS, REQUIRED
from evidence_kb.rules.rule import Rule

RULES = {rule.code: rule for rule in all_rules()}
READING = strict_yaml.PROBLEMS | store.PROBLEMS


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_documentation_has_its_parts(rule: Rule) -> None:
    text = rule.documentation
    assert text.title.endswith(".")
    assert text.explanation
    assert all(len(text.section(heading).split()) > 3 for heading in REQUIRED)
    assert {heading for heading, _ in text.sections} <= set(HEADINGS)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_file_name_code_and_severity_agree(rule: Rule) -> None:
    name = rule.module.rpartition(".")[2]
    assert re.fullmatch(rf"{rule.code.lower()}_[a-z0-9_]+", name)
    assert rule.module.split(".")[-2] == rule.family.lower()


def test_one_code_is_one_rule() -> None:
    codes = [rule.code for rule in all_rules()]
    assert sorted(set(codes)) == codes


@pytest.mark.parametrize("code", sorted(READING))
def test_what_reading_reports_is_documented_under_its_name(code: str) -> None:
    assert RULES[code].slug == READING[code]


def test_what_the_schema_reports_is_documented() -> None:
    codes = {
        value for value in vars(schema_errors).values() if isinstance(value, str) and re.fullmatch(r"SC\d{3}", value)
    }
    assert codes
    assert codes <= set(RULES)


def test_titles_differ() -> None:
    titles = [rule.documentation.title for rule in all_rules()]
    assert sorted(set(titles)) == sorted(titles)


def test_every_file_of_cases_belongs_to_a_rule(repository: Path) -> None:
    folder = repository / "src" / "evidence_kb" / "rules"
    known = {rule.module.rpartition(".")[2] for rule in all_rules()}
    assert {path.stem for path in folder.glob("??/*.yaml")} <= known
