"""Every malformed file of the corpus gets its findings, by name and line, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_kb.strict_yaml import PROBLEMS, Document, read

CORPUS = Path(__file__).with_name("malformed")
EXPECTED = {
    name: sorted((slug, int(line)) for slug, _, line in (each.rpartition(":") for each in found))
    for name, *found in (row.split() for row in (CORPUS / "expected.txt").read_text("utf-8").splitlines())
}
# These need characters that a text file of the repository should not hold; see test_bytes.py.
ELSEWHERE = {
    "file-too-large",
    "byte-order-mark",
    "utf-16",
    "not-utf-8",
    "windows-line-ends",
    "lone-carriage-return",
    "line-too-long",
    "nested-too-deep",
    "too-many-values",
    "unreadable-yaml",
}


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.usefixtures("event_source")
def test_every_mistake_is_found_on_its_line(name: str) -> None:
    result = read((CORPUS / f"{name}.yaml").read_bytes())
    assert not isinstance(result, Document), "the file was read as if nothing were wrong"
    assert sorted((each.slug, each.line) for each in result) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_message_can_be_shown(name: str) -> None:
    result = read((CORPUS / f"{name}.yaml").read_bytes())
    assert isinstance(result, tuple)
    for each in result:
        assert each.message.isprintable()
        assert each.message.endswith((".", ")."))
        assert each.fix
        assert each.column >= 1


def test_table_and_folder_agree() -> None:
    assert {path.stem for path in CORPUS.glob("*.yaml")} == set(EXPECTED)


def test_every_problem_has_a_case() -> None:
    tried = {slug for found in EXPECTED.values() for slug, _ in found}
    assert set(PROBLEMS.values()) - tried == ELSEWHERE


def test_codes_and_names_are_unique() -> None:
    assert len(set(PROBLEMS.values())) == len(PROBLEMS)
    assert list(PROBLEMS) == sorted(PROBLEMS)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a: 1\nb: 2\na: 3\n", ["`a`", "first on line 1"]),
        ("statement: Magnesium: a mineral\n", ["Magnesium: a mineral", '"Magnesium: a mineral"']),
        ("note: {reason: active, with placebo}\n", ["`with placebo`", "`reason`"]),
        ("p: >0.05\n", ["`>0.05`", '">0.05"']),
        ("n: 12345678901234567890\n", ["20 digits", "15"]),
        ("standing:definition\ntype: fact\n", ["`standing: definition`"]),
        ("about:\n  -magnesium\n", ["`- magnesium`"]),
        ("citation:\n    source: a\n  read: b\n", ["`read`", "line 2"]),
        ('a: "x\nb: y\n', ["line 2"]),
    ],
)
def test_message_names_value_and_mend(text: str, parts: list[str]) -> None:
    result = read(text.encode())
    assert isinstance(result, tuple)
    told = f"{result[0].message} {result[0].fix}"
    assert [part for part in parts if part not in told] == []
