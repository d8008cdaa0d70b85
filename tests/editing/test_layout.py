"""What canonical form looks like, by example."""

from __future__ import annotations

import pytest

from evidence_kb.editing.formatting import Formatted, format_file
from evidence_kb.store import StoredFile

CLAIM = "claims/topic/a.yaml"


def formatted(text: str | bytes, path: str = CLAIM) -> Formatted:
    raw = text if isinstance(text, bytes) else text.encode()
    return format_file(StoredFile(path, raw))


def laid_out(text: str, path: str = CLAIM) -> str:
    result = formatted(text, path)
    assert result.state in ("changed", "canonical"), result.reason
    return result.content.decode()


def test_keys_come_in_the_order_of_the_type() -> None:
    text = "arms:\n  - {n: 2, arm: x}\noutcome: o\ncitation: {locator: {part: abstract}, source: s, read: abstract}\n"
    text += "not_seen: [a]\ntype: response_rate\nevent: e\nstatement: S\n"
    assert laid_out(text) == (
        "type: response_rate\nstatement: S\n"
        "citation: {source: s, read: abstract, locator: {part: abstract}}\n"
        "outcome: o\nevent: e\narms:\n  - {arm: x, n: 2}\nnot_seen: [a]\n"
    )


def test_an_unknown_key_stays_behind_the_known_ones() -> None:
    assert laid_out("stetement: S\ntype: fact\n") == "type: fact\nstetement: S\n"


def test_terms_and_free_keys_keep_their_order() -> None:
    text = "zeta:\n  codes: {z: a, b: c}\n  label: Z\nalpha: {label: A}\n"
    assert laid_out(text, "vocabulary/conditions.yaml") == (
        'zeta:\n  label: Z\n  codes: {z: "a", b: "c"}\nalpha: {label: A}\n'
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("contrasts: [{value: 0.370}]", 'contrasts: [{value: "0.370"}]'),
        ("contrasts: [{p: <0.001}]", 'contrasts: [{p: "<0.001"}]'),
        ("statement: '0.80'", 'statement: "0.80"'),
        ("statement: 2020-01-01", 'statement: "2020-01-01"'),
        ("statement: no", 'statement: "no"'),
        ("statement: 1:30", 'statement: "1:30"'),
        ("statement: 1e3", 'statement: "1e3"'),
        ("statement: '2-9'", "statement: 2-9"),
        ("statement: 'a: b'", 'statement: "a: b"'),
        ("statement: 'it''s \"so\"'", 'statement: it\'s "so"'),
        ('statement: "\'so\' \\"said\\""', "statement: '''so'' \"said\"'"),
        ("arms: [{n: 15}]", "arms: [{n: 15}]"),
        ("arms: [{n: '15'}]", 'arms: [{n: "15"}]'),
        ("checks: [{on: '2026-11-22'}]", "checks: [{on: 2026-11-22}]"),
        ("citation: {seen: 'https://example.org:80/x'}", "citation: {seen: https://example.org:80/x}"),
        ("citation: {seen: 'https://example.org/?x=1'}", 'citation: {seen: "https://example.org/?x=1"}'),
        ("unknown: 0.80", "unknown: 0.80"),
        ("unknown: '0.80'", 'unknown: "0.80"'),
        ("statement:", "statement: null"),
        ("statement: ~", "statement: null"),
        ("conditions:  [ ]", "conditions: []"),
    ],
)
def test_quotes(given: str, expected: str) -> None:
    assert laid_out(f"type: response_rate\n{given}\n") == f"type: response_rate\n{expected}\n"


def test_brackets_stay_where_they_fit_and_open_where_not() -> None:
    short = "not_seen: [a, b]\n"
    assert laid_out("not_seen: [\n  a,\n  b\n]\n") == short
    long = ", ".join(f"thing number {number}" for number in range(9))
    assert laid_out(f"not_seen: [{long}]\n", "sources/a.yaml").startswith("not_seen:\n  - thing number 0\n  - thing")


def test_a_list_written_with_dashes_stays_so() -> None:
    text = "type: fact\nabout:\n- a\n-   b\n"
    assert laid_out(text) == "type: fact\nabout:\n  - a\n  - b\n"


def test_long_text_is_folded_and_short_folded_text_is_not() -> None:
    words = " ".join(["word"] * 80)
    folded = laid_out(f"type: fact\nstatement: {words}\n")
    assert folded.startswith("type: fact\nstatement: >-\n  word word")
    assert max(map(len, folded.split("\n"))) <= 120
    assert laid_out("type: fact\nstatement: >-\n  a\n  b\n") == "type: fact\nstatement: a b\n"


def test_lines_of_text_become_a_literal_block() -> None:
    assert laid_out('statement: "one\\ntwo"\n') == "statement: |-\n  one\n  two\n"
    assert laid_out("statement: |\n    one\n\n    two\n") == "statement: |\n  one\n\n  two\n"


def test_comments_move_with_what_they_speak_of() -> None:
    text = """\
# A file about x.

# the outcome
outcome: o  # beside it
# what was found
statement: S
type: response_rate
arms:  # two of them
  # first
  - {arm: a}  # inline
  - arm: b
    # of b
    n: 2  # printed
  # below the list
contrasts: [
  # between
  {of: a, versus: b},  # why
]
# at the end
"""
    expected = """\
# A file about x.

type: response_rate
# what was found
statement: S
# the outcome
outcome: o  # beside it
arms:  # two of them
  # first
  - {arm: a}  # inline
  - arm: b
    # of b
    n: 2  # printed
  # below the list
contrasts:
  # between
  - {of: a, versus: b}  # why
# at the end
"""
    assert laid_out(text) == expected
    assert laid_out(expected) == expected


def test_blank_lines_between_keys_stay_single() -> None:
    assert laid_out("\n\ntype: fact\n\n\n\nstatement: S\n\n\n") == "type: fact\n\nstatement: S\n"


def test_bytes_are_mended() -> None:
    result = formatted(b"\xef\xbb\xbftype: fact\r\nstatement: S   \r\n\r\nabout: [a]")
    assert (result.state, result.content) == ("changed", b"type: fact\nstatement: S\n\nabout: [a]\n")


@pytest.mark.parametrize("raw", [b"a: [", b"a: 1\na: 2\n", b"- a\n", b"", b"\xff\xfe", b"a: &x 1\nb: *x\n"])
def test_what_cannot_be_read_is_left_alone(raw: bytes) -> None:
    result = formatted(raw)
    assert (result.state, result.content) == ("unreadable", raw)
    assert result.reason
