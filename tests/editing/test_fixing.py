"""What `check --fix` mends of its own accord, and what it only proposes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.editing.fixing import Fixed, fix_file, fix_library, write_fixed
from evidence_kb.editing.slips import one_slip_away, same_but_for_style
from evidence_kb.store import StoredFile, list_files

HEAD = "type: response_rate\nstatement: S\ncitation: {source: s, read: abstract, locator: {part: abstract}}\n"
CLAIM = HEAD + "outcome: o\nevent: e\narms:\n  - {arm: a, n: 15}\n"


def fixed(text: str, path: str = "claims/t/a.yaml") -> Fixed:
    return fix_file(StoredFile(path, text.encode()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("outcome: o\n", "outcome: o  \n"),
        ("statement", "statment"),
        ("statement", "Statement"),
        ("outcome", "outcoem"),
        ("read: abstract", "read: Abstract"),
        ("n: 15", 'n: "15"'),
        ("response_rate", "response-rate"),
    ],
)
def test_slips_without_a_doubt_are_mended(old: str, new: str) -> None:
    assert new not in CLAIM
    result = fixed(CLAIM.replace(old, new))
    assert result.content.decode() == CLAIM
    assert result.done
    assert not result.diff


def test_a_mended_type_shows_the_slips_below_it() -> None:
    broken = CLAIM.replace("response_rate", "Response-Rate").replace("event:", "evnet:").replace("n: 15", "n: '15'")
    assert fixed(broken).content.decode() == CLAIM


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("read: abstract", "read: abstrct"),  # another word is another statement
        ("part: abstract", "part: absract"),
        ("outcome: o", "outcomment: o"),  # more than one slip
        ("type: response_rate", "type: respons_rate"),
    ],
)
def test_doubtful_mends_are_only_proposed(old: str, new: str) -> None:
    broken = CLAIM.replace(old, new)
    result = fixed(broken)
    assert result.content.decode() == broken
    assert not result.done
    added = [line[1:] for line in result.diff.split("\n") if line.startswith("+") and not line.startswith("+++")]
    assert [line for line in CLAIM.split("\n") if old in line] == added


@pytest.mark.parametrize("given", ["yes", "off"])
def test_a_loose_truth_value_is_only_proposed(given: str) -> None:
    result = fixed(f"{CLAIM}analysis: {{stopped_early: {given}}}\n")
    assert not result.done
    assert f"+analysis: {{stopped_early: {'true' if given == 'yes' else 'false'}}}" in result.diff


def test_a_key_that_is_taken_is_not_given_twice() -> None:
    broken = CLAIM.replace("event: e\n", "event: e\nevnt: f\n")
    result = fixed(broken)
    assert result.content.decode() == broken


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ('DOI: "https://doi.org/10.1097/MEJ.0b013e32"', "DOI: 10.1097/MEJ.0b013e32"),
        ('DOI: "doi:10.1000/182."', "DOI: 10.1000/182"),
        ('PMID: "PMID: 123"', 'PMID: "123"'),
        ("DOI: 10.1097/MEJ.0b013e32", "DOI: 10.1097/MEJ.0b013e32"),
    ],
)
def test_identifiers_lose_what_was_pasted_with_them(given: str, meant: str) -> None:
    text = "csl:\n  type: article\n  {}\ndesign: cohort\nstanding: {{value: current}}\n"
    assert fixed(text.format(given), "sources/a.yaml").content.decode() == text.format(meant)


def test_figures_and_texts_are_never_touched() -> None:
    text = CLAIM.replace("n: 15", 'n: 15, percent: "0.80"') + 'not_seen: ["15", yes, doi:10.1000/182]\n'
    assert fixed(text) == Fixed("claims/t/a.yaml", text.encode())


def test_an_unreadable_file_keeps_its_text() -> None:
    assert fixed("a: [\r\n").content == b"a: [\n"
    assert fix_file(StoredFile("sources/a.yaml", b"\xff\xfea")).content == b"\xff\xfea"


@given(st.binary(max_size=80))
def test_any_bytes_can_be_given(raw: bytes) -> None:
    result = fix_file(StoredFile("claims/t/a.yaml", raw))
    assert not fix_file(StoredFile("claims/t/a.yaml", result.content)).done


def test_files_are_written_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/a.yaml").write_bytes(CLAIM.replace("n: 15", "n: '15'").encode())
    outside = tmp_path.parent / "outside.yaml"
    outside.write_bytes(CLAIM.replace("\n", "\r\n").encode())
    (tmp_path / "claims/b.yaml").symlink_to(outside)
    write_fixed(tmp_path, fix_library(tmp_path))
    assert (tmp_path / "claims/a.yaml").read_text() == CLAIM
    assert b"\r\n" in outside.read_bytes()


def test_the_library_needs_no_mend(repository: Path) -> None:
    done = [one.path for one in fix_library(repository) if one.done]
    files, _ = list_files(repository)
    assert files
    assert not done


def test_a_guess_needs_exactly_one_word() -> None:
    assert one_slip_away("evnet", ["event", "events"]) == "event"
    assert one_slip_away("even", ["event", "evenn"]) is None
    assert one_slip_away("ar", ["arm"]) is None
    assert same_but_for_style("Full_Text", ["full-text", "abstract"]) == "full-text"
    assert same_but_for_style("a-b", ["a_b", "a b"]) is None
