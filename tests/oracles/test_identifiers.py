"""Check digits of books, serials and people agree with an independent implementation, but for its known faults."""

from __future__ import annotations

import random

import pytest

from evidence_kb.identifiers import Kind, Normalised, normalise

pytestmark = pytest.mark.oracle

isbn = pytest.importorskip("stdnum.isbn")
issn = pytest.importorskip("stdnum.issn")
mod_11_2 = pytest.importorskip("stdnum.iso7064.mod_11_2")

ALPHABET = "0123456789X"


def _accepted(kind: Kind, text: str) -> bool:
    return isinstance(normalise(kind, text), Normalised)


def _candidates(length: int, count: int, start: str = "") -> list[str]:
    """Random digits with every possible last character, so that about one in eleven (or ten) is valid."""
    source = random.Random(20261122)
    stems = ["".join(source.choices("0123456789", k=length - 1 - len(start))) for _ in range(count)]
    return [start + stem + last for stem in stems for last in ALPHABET]


@pytest.mark.parametrize(("length", "start"), [(10, ""), (13, "978"), (13, "9791")])
def test_isbn_agrees_with_stdnum(length: int, start: str) -> None:
    candidates = _candidates(length, 300, start)
    verdicts = [(_accepted("ISBN", text), isbn.is_valid(text)) for text in candidates]
    assert all(ours == theirs for ours, theirs in verdicts)
    assert sum(ours for ours, _ in verdicts) == 300


def test_isbn_10_becomes_the_same_isbn_13() -> None:
    valid = [text for text in _candidates(10, 300) if isbn.is_valid(text)]
    assert [normalise("ISBN", text) for text in valid] == [
        Normalised("ISBN", text, isbn.to_isbn13(text)) for text in valid
    ]


def test_issn_agrees_with_stdnum() -> None:
    verdicts = [(_accepted("ISSN", text), issn.is_valid(text)) for text in _candidates(8, 300)]
    assert all(ours == theirs for ours, theirs in verdicts)
    assert sum(ours for ours, _ in verdicts) == 300


def test_orcid_agrees_with_mod_11_2_of_stdnum() -> None:
    verdicts = [(_accepted("ORCID", text), mod_11_2.is_valid(text)) for text in _candidates(16, 300, "0000000")]
    assert all(ours == theirs for ours, theirs in verdicts)
    assert sum(ours for ours, _ in verdicts) == 300


def test_where_stdnum_takes_what_is_no_book_or_serial() -> None:
    """Printed music (979-0), all zeros and letters between the digits: the reasons for code of our own."""
    for text in ("9790260000438", "0000000000"):
        assert isbn.is_valid(text)
        assert not _accepted("ISBN", text)
    assert issn.is_valid("0000-0000")
    assert not _accepted("ISSN", "0000-0000")
