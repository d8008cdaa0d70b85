"""Files whose bytes or characters are wrong: encodings, line ends, control and invisible characters, limits."""

from __future__ import annotations

import pytest

from evidence_kb.strict_yaml import Document, Limits, read


def found(raw: bytes, **limits: int) -> list[tuple[str, int, int]]:
    result = read(raw, limits=Limits(**limits))
    assert not isinstance(result, Document), "the file was read as if nothing were wrong"
    return [(each.slug, each.line, each.column) for each in result]


CASES = {
    "utf-8 mark": (b"\xef\xbb\xbftype: fact\n", [("byte-order-mark", 1, 1)]),
    "utf-16 little": ("type: fact\n".encode("utf-16"), [("utf-16", 1, 1)]),
    "utf-16 big without mark": ("type: fact\n".encode("utf-16-be"), [("utf-16", 1, 1)]),
    "utf-32": ("type: fact\n".encode("utf-32"), [("utf-16", 1, 1)]),
    "latin-1": ("type: fact\nby: José\n".encode("latin-1"), [("not-utf-8", 2, 8)]),
    "latin-1 on two lines": ("a: é\nb: é é\n".encode("latin-1"), [("not-utf-8", 1, 4), ("not-utf-8", 2, 4)]),
    "latin-1 after a letter of two bytes": (b"a: \xc3\xa9\xe9\n", [("not-utf-8", 1, 5)]),
    "cut letter": (b"a: \xc3", [("not-utf-8", 1, 4)]),
    "surrogate": (b"a: \xed\xa0\x80\n", [("not-utf-8", 1, 4)]),
    "crlf": (b"type: fact\r\nn: 3\r\n", [("windows-line-ends", 1, 11)]),
    "crlf on one line": (b"type: fact\nn: 3\r\nm: 4\n", [("windows-line-ends", 2, 5)]),
    "crlf and a duplicate": (b"a: 1\r\na: 2\r\n", [("windows-line-ends", 1, 5), ("duplicate-key", 2, 1)]),
    "lone cr": (b"type: fact\rn: 3\r", [("lone-carriage-return", 1, 11)]),
    "lone cr inside": (b"type: fact\nn: 3\rm: 4\nx: y\n", [("lone-carriage-return", 2, 5)]),
    "nul": (b"type: fact\nn: a\x00b\n", [("control-character", 2, 5)]),
    "escape": (b"type: \x1b[31mfact\n", [("control-character", 1, 7)]),
    "form feed": (b"type: fact\n\x0cn: 3\n", [("control-character", 2, 1)]),
    "delete": (b"type: fact\x7f\n", [("control-character", 1, 11)]),
    "c1": ("type: a\x93b\n".encode(), [("control-character", 1, 8)]),
    "next line": ("type: a\x85b\n".encode(), [("invisible-character", 1, 8)]),
    "line separator": ("type: fact\nn: a\u2028b\n".encode(), [("invisible-character", 2, 5)]),
    "paragraph separator": ("n: a\u2029b\n".encode(), [("invisible-character", 1, 5)]),
    "right-to-left override": ("n: a\u202eb\n".encode(), [("invisible-character", 1, 5)]),
    "isolate": ("n: a\u2066b\n".encode(), [("invisible-character", 1, 5)]),
    "zero-width space": ("n: a\u200bb\n".encode(), [("invisible-character", 1, 5)]),
    "zero-width space in a key": ("type: fact\nn\u200b: b\n".encode(), [("invisible-character", 2, 2)]),
    "mark inside": ("type: fact\n\ufeffn: b\n".encode(), [("invisible-character", 2, 1)]),
    "soft hyphen": ("n: migr\xadaine\n".encode(), [("invisible-character", 1, 8)]),
    "lost letter": ("n: Jos\ufffd\n".encode(), [("invisible-character", 1, 7)]),
    "noncharacter": ("n: a\uffff\n".encode(), [("invisible-character", 1, 5)]),
    "tabs on several lines": (b"a:\n\tb: 1\n\tc: 2\n", [("tab-character", 2, 1)]),
    "tab and a duplicate": (b"a:\t1\na: 2\n", [("tab-character", 1, 3), ("duplicate-key", 2, 1)]),
    "5,000 digits": (b"a: b\nn: " + b"9" * 5000 + b"\n", [("huge-integer", 2, 4)]),
    "no bytes": (b"", [("empty-file", 1, 1)]),
    "only line ends": (b"\n\n\n", [("empty-file", 1, 1)]),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.usefixtures("event_source")
def test_wrong_bytes_are_found_at_their_place(name: str) -> None:
    raw, expected = CASES[name]
    assert found(raw) == expected


def test_the_wrong_byte_is_named() -> None:
    result = read("by: José\n".encode("cp1252"))
    assert isinstance(result, tuple)
    assert "0xE9" in result[0].message
    assert "é" in result[0].message


def test_all_lines_of_one_mistake_are_one_message() -> None:
    result = read(b"".join(b"k%d: v\r\n" % number for number in range(30)))
    assert isinstance(result, tuple)
    assert len(result) == 1
    assert "lines 1, 2, 3, 4 and 26 more" in result[0].message


def test_a_long_line_is_refused_and_the_longest_allowed_one_is_read() -> None:
    assert found(b"a: b\nc: " + b"x" * 30, line=20) == [("line-too-long", 2, 21)]
    assert isinstance(read(b"c: " + b"x" * 17, limits=Limits(line=20)), Document)


def test_size_is_decided_before_anything_is_read() -> None:
    assert found(b"\xff" * 101, size=100) == [("file-too-large", 1, 1)]
    assert isinstance(read(b"a: " + b"x" * 97, limits=Limits(size=100)), Document)


@pytest.mark.parametrize(
    "name", ["José García", "−4.2 points", "5 µg/kg, CO₂", "日本", "a\u200cb", "x\xa0y", "😀", "’t Hart"]
)
@pytest.mark.usefixtures("event_source")
def test_other_scripts_are_read(name: str) -> None:
    result = read(f"name: {name}\n".encode())
    assert isinstance(result, Document)
    assert result.data == {"name": name}
