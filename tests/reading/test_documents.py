"""What a well-formed file becomes: text with its characters, and the place of every part."""

from __future__ import annotations

import pickle

import pytest

from evidence_kb.findings import FieldPath
from evidence_kb.strict_yaml import Document, Plain, read

SAMPLE = """\
---
# Ein Kommentar: nothing here
type: continuous
statement: >-
  Pain fell by 4.5
  points: a lot
title: "Épilepsie: λ 😀 x"
population: {term: adults, detail: {jahre: 18–65, "größe": 'über 1,70'}, α: [β, "π", {δ: 1}]}
arms:
  - arm: placebo
    n: 20
    centre: {stat: mean, value: "4.5"}
  -   arm: "saline: 1 L"
      n: null
      empty:
  - - nested
    - [a, b]
indentless:
- x
-
  late: y
own line:
  plain text on its own line
wrapped: text that goes
  on below
"quoted key": ~
last: '5 µg'
"""
PLACES: dict[FieldPath, tuple[str, str]] = {
    ("type",): ("type", "continuous"),
    ("statement",): ("statement", ">-"),
    ("title",): ("title", '"Épilepsie'),
    ("population",): ("population", "{term"),
    ("population", "term"): ("term", "adults"),
    ("population", "detail", "jahre"): ("jahre", "18–65"),
    ("population", "detail", "größe"): ('"größe"', "'über"),
    ("population", "α"): ("α", "[β"),
    ("population", "α", 0): ("", "β"),
    ("population", "α", 1): ("", '"π"'),
    ("population", "α", 2, "δ"): ("δ", "1}"),
    ("arms",): ("arms", "- arm: placebo"),
    ("arms", 0): ("", "arm: placebo"),
    ("arms", 0, "n"): ("n", "20"),
    ("arms", 0, "centre", "value"): ("value", '"4.5"'),
    ("arms", 1, "arm"): ("arm", '"saline'),
    ("arms", 1, "n"): ("n", "null"),
    ("arms", 2, 0): ("", "nested"),
    ("arms", 2, 1, 1): ("", "b]"),
    ("indentless", 0): ("", "x"),
    ("indentless", 1, "late"): ("late", "y"),
    ("own line",): ("own line", "plain text on"),
    ("wrapped",): ("wrapped", "text that goes"),
    ("quoted key",): ('"quoted key"', "~"),
    ("last",): ("last", "'5 µg'"),
}


def document(text: str) -> Document:
    result = read(text.encode())
    assert isinstance(result, Document), result
    return result


@pytest.mark.usefixtures("event_source")
@pytest.mark.parametrize(
    "text", ["0.80", ".005", "no", "on", "y", "1:30", "010", "1e3", "1_000", "2020-01-01", "0x1F", "true", "-4.2", "+1"]
)
def test_unquoted_values_keep_their_characters(text: str) -> None:
    value = document(f"a: {text}\n").data["a"]
    assert value == text
    assert type(value) is Plain


@pytest.mark.usefixtures("event_source")
@pytest.mark.parametrize("text", ["null", "Null", "NULL", "~", "", "# a comment"])
def test_nothing_is_none(text: str) -> None:
    assert document(f"a: {text}\nb: c\n").data == {"a": None, "b": "c"}


@pytest.mark.usefixtures("event_source")
@pytest.mark.parametrize(
    ("text", "value"), [('"0.80"', "0.80"), ("'null'", "null"), ('""', ""), ("|\n  x\n  y", "x\ny\n")]
)
def test_quoted_and_block_values_are_text(text: str, value: str) -> None:
    found = document(f"a: {text}\n").data["a"]
    assert found == value
    assert type(found) is str


@pytest.mark.usefixtures("event_source")
@pytest.mark.parametrize(
    "key", ["no", "on", "y", "n", "NO", "off", "a b", "2020-01-01", '"1"', '"true"', "'null'", "größe"]
)
def test_keys_are_text(key: str) -> None:
    data = document(f"{key}: x\n").data
    assert data == {key.strip("\"'"): "x"}
    assert all(type(each) is str for each in data)


@pytest.mark.usefixtures("event_source")
@pytest.mark.parametrize(
    "text",
    [
        "---\na: b\n",
        "a: b\n...\n",
        "\n# c\n\na: b\n",
        "a: b",
        "a : b\n",
        "a:    b   \n",
        "a: b # c\n",
        "a: b #\n",
        "a: b ## c\n",
        "#c\n#!d\na: b\n",
        '{"a": "b"}\n',
        '{"a":"b"}\n',
        "{\n  a: b,\n}\n",
        "a: >-\n  b\n",
        "a: |-2\n  b\n",
        "a:\n  b\n",
        '"a": b\n',
    ],
)
def test_forms_that_are_allowed(text: str) -> None:
    assert document(text).data == {"a": "b"}


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org/a?b=c#d",
        "doi:10.1000/x",
        "12:30",
        "a:b",
        "group#2",
        "p<0.05",
        "x > y",
        "5 * 3",
        "a, b [c] {d}",
        "it's",
        'say "x"',
        "-4",
        "−4.2",
        "100%",
        "a & b!",
        "what?",
    ],
)
def test_harmless_text_needs_no_quotes(value: str) -> None:
    assert document(f"a: {value}\n").data == {"a": value}


@pytest.mark.usefixtures("event_source")
@pytest.mark.parametrize("path", PLACES)
def test_every_part_is_found_at_its_place(path: FieldPath) -> None:
    sample = document(SAMPLE)
    key, value = PLACES[path]
    line, column = sample.position(path)
    assert sample.lines[line - 1][column - 1 :].startswith(value)
    if key:
        line, column = sample.position(path, key=True)
        assert sample.lines[line - 1][column - 1 :].startswith(key)


@pytest.mark.usefixtures("event_source")
def test_an_empty_value_stands_on_the_line_of_its_key() -> None:
    sample = document(SAMPLE)
    assert sample.position(("arms", 1, "empty"))[0] == sample.position(("arms", 1, "empty"), key=True)[0]


@pytest.mark.parametrize("key", [False, True])
@pytest.mark.parametrize(
    ("path", "parent"),
    [
        (("nowhere",), ()),
        (("arms", 7), ("arms",)),
        (("arms", 0, "nowhere", "deeper", 3), ("arms", 0)),
        (("arms", "0"), ("arms",)),
        (("type", "inside", 0), ("type",)),
        (("arms", -1), ("arms",)),
    ],
)
def test_a_missing_part_is_told_at_its_nearest_parent(path: FieldPath, parent: FieldPath, key: bool) -> None:
    sample = document(SAMPLE)
    assert sample.position(path, key=key) == sample.position(parent, key=key)


def test_the_whole_record_begins_at_its_first_key() -> None:
    assert document(SAMPLE).position(()) == (3, 1)


def test_a_document_can_be_handed_to_another_process() -> None:
    sample = document(SAMPLE)
    copy = pickle.loads(pickle.dumps(sample))  # noqa: S301 - it was pickled on the same line
    assert copy.data == sample.data
    assert copy.position(("last",)) == sample.position(("last",))
