"""Whatever the bytes: a document or problems, never an exception; and what was written is read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_kb.strict_yaml import PROBLEMS, Document, Plain, YamlProblem, read
from evidence_kb.strict_yaml.blocks import BlockScan

MALFORMED = sorted(Path(__file__).with_name("malformed").glob("*.yaml"))
SOUND = """\
type: continuous
statement: Pain fell by 4.5 (95% CI 3.7 to 5.3) with 1 L of saline.
population: {term: adults, excluded: "clear dehydration, pregnancy"}
citation:
  source: somebody-2019
  locator: {part: table, label: 'Table 2: outcomes'}
  quote: >-
    pain fell
    by half
arms:
  - {arm: saline, n: 25, centre: {stat: mean, value: "4.5"}}
  - arm: slow
    n: 24   # of 26
not_seen: [contrasts, analysis.set]
"""
# fmt: off
BITS = st.sampled_from([
    '"', "'", ": ", ":", "- ", "-", "{", "}", "[", "]", ", ", "#", " #x", "&a ", "*a", "!x ", "? ", "|", ">", "\n",
    "  ", "\t", "%", "@", "`", "“", "”", "\\", "---\n", "...\n", "<<: ", "é", "😀", "~", "\xa0", ".nan", "\u200b",
    "\r\n", "\x00", "\x85", "|2\n", ">-\n", '"\\',
    "null", "\ud800",
])
# fmt: on


def problems_of(raw: bytes) -> tuple[YamlProblem, ...]:
    """Read; check that the answer is one of the two that are promised."""
    result = read(raw)
    if isinstance(result, Document):
        assert isinstance(result.data, dict)
        return ()
    assert result
    lines = raw.count(b"\n") + 1
    for each in result:
        assert each.code in PROBLEMS
        assert 1 <= each.line <= lines
        assert each.column >= 1
        assert each.message.isprintable()
    return result


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sound or malformed file with a few insertions, deletions and moves."""
    text = draw(st.sampled_from([SOUND] * 40 + [path.read_text("utf-8") for path in MALFORMED]))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        kind = draw(st.integers(0, 2))
        if kind == 0:
            text = text[:place] + draw(BITS) + text[place:]
        elif kind == 1:
            text = text[:place] + text[place + draw(st.integers(1, 20)) :]
        else:
            start = draw(st.integers(0, len(text)))
            text = text[:place] + text[start : start + draw(st.integers(1, 30))] + text[place:]
    return text


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    problems_of(raw)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    problems_of(text.encode("utf-8", "surrogatepass"))


@given(st.lists(BITS, max_size=60).map("".join))
def test_any_syntax(text: str) -> None:
    problems_of(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60)
@given(mutated())
def test_any_mutation(text: str) -> None:
    problems_of(text.encode("utf-8", "surrogatepass"))


@pytest.mark.fuzz
@settings(max_examples=3_000, deadline=None)
@given(mutated())
def test_many_mutations(text: str) -> None:
    problems_of(text.encode("utf-8", "surrogatepass"))


WORDS = st.text("abcXYZ019 :#,[]{}\"'&*!|>%@-`~?.<é µ日😀=/\\", max_size=30)
KEYS = st.text("abcdefghij_", min_size=1, max_size=8)
VALUES = st.recursive(
    st.one_of(st.none(), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
STYLES = st.sampled_from([None, True, False])


def written(data: Any, flow: bool | None) -> str:
    """The record as another program writes it, without anchors and without wrapped lines."""
    dumper = yaml.SafeDumper
    text = yaml.dump(data, Dumper=dumper, default_flow_style=flow, allow_unicode=True, width=10_000, sort_keys=False)
    assert isinstance(text, str)
    return text


@given(RECORDS, STYLES)
def test_what_was_written_is_read_back(data: dict[str, Any], flow: bool | None) -> None:
    result = read(written(data, flow).encode())
    assert isinstance(result, Document), result
    assert result.data == data
    assert list(result.data) == list(data)


@given(RECORDS, STYLES)
def test_the_diagnosis_suspects_nothing_in_a_sound_file(data: dict[str, Any], flow: bool | None) -> None:
    assert BlockScan(written(data, flow).split("\n")).scan() == []


def paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every path of a tree with its value."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(path, data), *(each for name, value in items for each in paths(value, (*path, name)))]


@given(RECORDS, STYLES)
def test_every_path_has_its_own_place(data: dict[str, Any], flow: bool | None) -> None:
    result = read(written(data, flow).encode())
    assert isinstance(result, Document)
    for path, value in paths(result.data):
        line, column = result.position(path)
        text = result.lines[line - 1][column - 1 :]
        if type(value) is Plain:
            assert text.startswith(value)
        elif isinstance(value, str):
            assert text[0] in "\"'|>"
        if path and isinstance(path[-1], str):
            line, column = result.position(path, key=True)
            assert result.lines[line - 1][column - 1 :].lstrip("'\"").startswith(path[-1])


@given(RECORDS, st.lists(st.one_of(KEYS, st.integers(-3, 3)), max_size=4), st.booleans())
def test_any_path_is_answered(data: dict[str, Any], path: list[str | int], key: bool) -> None:
    result = read(written(data, None).encode())
    assert isinstance(result, Document)
    line, column = result.position(tuple(path), key=key)
    assert 1 <= line <= len(result.lines)
    assert column >= 1


MISTAKES = {
    "tab": lambda line: "\t" + line,
    "curly quotes": lambda line: line.replace(": ", ": “", 1) + "”",
    "unclosed quote": lambda line: line.replace(": ", ': "', 1),
    "second colon": lambda line: line.replace(": ", ": a: ", 1),
    "no colon": lambda line: line.replace(": ", " ", 1),
    "no space": lambda line: line.replace(": ", ":", 1),
    "anchor": lambda line: line.replace(": ", ": &a ", 1),
    "tag": lambda line: line.replace(": ", ": !a ", 1),
    "reserved": lambda line: line.replace(": ", ": @", 1),
    "indented": lambda line: " " + line,
    "open bracket": lambda line: line.replace(": ", ": [", 1),
    "control": lambda line: line + "\x07",
}


@given(st.integers(3, 12), st.data())
def test_one_mistake_is_found_on_its_line(count: int, data: st.DataObject) -> None:
    lines = [f"key{number}: value {number}" for number in range(count)]
    number = data.draw(st.integers(1, count - 1))
    name = data.draw(st.sampled_from(sorted(MISTAKES)))
    lines[number] = MISTAKES[name](lines[number])
    found = problems_of(("\n".join(lines) + "\n").encode())
    assert [each.line for each in found] == [number + 1], name
