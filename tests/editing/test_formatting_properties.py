"""What formatting promises for any file: the same data, the same comments, and nothing left to do the second time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from evidence_kb.editing.formatting import format_file
from evidence_kb.editing.quoting import needs_no_quotes, quoted
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.store import StoredFile, list_files
from evidence_kb.strict_yaml import Document, read

KEYS = ["type", "statement", "arms", "contrasts", "citation", "not_seen", "value", "n", "on", "p", "odd key", "x1"]
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["no", "0.80", "<0.001", "1:30", "2020-01-01", "a: b", "a #b", "- x", "null", "it's", '"x"', "~"]),
    st.text("ab .:#'\"\\-,[]{}\n", max_size=30),
    st.text("ab ", min_size=100, max_size=400),
)
VALUES = st.recursive(
    st.one_of(st.none(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
RECORDS = st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=6)
PATHS = st.sampled_from(["claims/t/a.yaml", "sources/a.yaml", "vocabulary/outcomes.yaml", "library.yaml"])


def check(path: str, raw: bytes) -> bytes:
    """Format twice and compare with what was there; returns the canonical bytes."""
    before = read(raw)
    once = format_file(StoredFile(path, raw))
    assert once.state in ("changed", "canonical"), once.reason
    assert isinstance(before, Document)
    after = read(once.content)
    assert isinstance(after, Document)
    assert after.data == before.data
    assert format_file(StoredFile(path, once.content)).state == "canonical"
    text = once.content.decode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    return once.content


@given(
    PATHS,
    RECORDS,
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80, 500]),
    st.sampled_from(sorted(CLAIM_TYPES)),
)
def test_any_record(path: str, record: dict[str, Any], flow: bool | None, width: int, type_: str) -> None:
    if path.startswith("claims"):
        record = {**record, "type": type_}
    text = yaml.safe_dump(record, default_flow_style=flow, width=width, sort_keys=False, allow_unicode=True)
    raw = text.encode()
    assume(isinstance(read(raw), Document))
    check(path, raw)


@given(st.data())
def test_any_place_of_comments(data: st.DataObject) -> None:
    lines = SAMPLE.split("\n")
    marks = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=6))
    kinds = data.draw(st.lists(st.sampled_from(["above", "beside", "blank", "deep"]), min_size=6, max_size=6))
    out: list[str] = []
    for number, line in enumerate(lines):
        kind = kinds[sorted(marks).index(number)] if number in marks else ""
        if kind == "above":
            out.append(f"{line[: len(line) - len(line.lstrip())]}# c{number}")
        elif kind == "deep":
            out.append(f"        # c{number}")
        elif kind == "blank":
            out.append("")
        out.append(f"{line} # c{number}" if kind == "beside" and line else line)
    text = "\n".join(out)
    assume(isinstance(read(text.encode()), Document))
    content = check("claims/t/a.yaml", text.encode())
    assert sorted(re.findall(r"# c\d+", content.decode())) == sorted(re.findall(r"# c\d+", text))


SAMPLE = """\
arms:
  - arm: a
    percent: "86.6"
  - {arm: b, n: 3}
  -
    arm: c
type: response_rate
contrasts: [
  {of: a,
   versus: b},

  {of: c, versus: a}
]
not_seen:
- one
- two
statement: >-
  some folded
  words
outcome: o
"""


@given(TEXTS)
@example("0?")
@example("Y")
@example("0o7")
@example("1_000")
@example("190:20:30")
@example("=")
@example("2001-12-14t21:59:43.10-05:00")
def test_what_stands_without_quotes_is_text_to_yaml_1_1_and_1_2(text: str) -> None:
    assume(needs_no_quotes(text, in_brackets=True))
    for source in (f"[{text}]", f"- {text}\n"):
        assert yaml.safe_load(source) == [text]
        assert YAML(typ="safe", pure=True).load(source) == [text]


@given(TEXTS)
def test_what_stands_in_quotes_is_the_same_text(text: str) -> None:
    source = f"- {quoted(text)}\n"
    try:
        assert yaml.safe_load(source) == [text]
    except yaml.YAMLError:
        assert max(text) >= "\ufffe" or any("\ud800" <= c <= "\udfff" for c in text)


@given(st.binary(max_size=60))
def test_any_bytes(raw: bytes) -> None:
    assert format_file(StoredFile("claims/t/a.yaml", raw)).state != "fault"


def test_the_library_is_formatted_without_a_fault(repository: Path) -> None:
    files, _ = list_files(repository)
    assert files
    for file in files:
        if isinstance(read(file.raw), Document):
            check(file.path, file.raw)


@pytest.mark.parametrize("name", ["demirkaya-2001-pain-freedom", "choi-2014-adverse", "cete-2005-vas-30-min"])
def test_hand_written_claims_are_canonical(repository: Path, name: str) -> None:
    path = f"claims/magnesium-acute/{name}.yaml"
    assert format_file(StoredFile(path, (repository / path).read_bytes())).state == "canonical"
