"""Guidelines in the bottom line: the newest edition of a body, the treatments asked about, and what no longer holds."""

from __future__ import annotations

from evidence_kb.loading.library import load_files
from evidence_kb.rules.cases import example_files
from evidence_kb.site.addresses import Links
from evidence_kb.site.views.guideline_lines import guideline_lines
from evidence_kb.site.views.position import entries
from evidence_kb.store import StoredFile


def test_the_newest_edition_of_a_body_stands_alone() -> None:
    kb = load_files(example_files()).kb
    links = Links(kb, "questions/velorine-v-placebo.md")
    pico = kb.questions["velorine-v-placebo"].record.pico
    both = entries(("fern-2012-velorine", "fern-2020-velorine"), links)
    (line,) = guideline_lines(both, pico, links)
    assert [said.href for said in line.says] == ["../claims/fern-2020-velorine.html"]
    assert line.status == ""
    (older,) = guideline_lines(both[:1], pico, links)
    assert older.status == "superseded"
    assert guideline_lines(both, pico.model_copy(update={"intervention": ("placebo-iv",)}), links) == ()


def lines(guidance: tuple[str, ...], *more: StoredFile) -> list[tuple[str, str, str]]:
    """Date, standing and words of each line of a question on velorine by vein, with further claims."""
    kb = load_files([*example_files(), *more]).kb
    links = Links(kb, "questions/velorine-v-placebo.md")
    found = guideline_lines(entries(guidance, links), kb.questions["velorine-v-placebo"].record.pico, links)
    return [(line.date, line.status, "; ".join(said.text for said in line.says)) for line in found]


SILENT = StoredFile(
    "claims/guidance/fern-2020-silent.yaml",
    b"""\
type: absence
statement: The guideline of 2020 names no velorine for prevention in the summary that was read.
population: {term: adults}
about: [velorine-iv]
looked_for: a recommendation on velorine for prevention
looked_in: [{source: fern-2020, read: abstract, locator: {part: abstract}}]
whole_document: false
on: 2024-05-01
""",
)


def changed(id: str, *pairs: tuple[str, str]) -> StoredFile:
    """A copy of an example claim on guidance, `<id>-changed`, with some words changed."""
    (file,) = (file for file in example_files() if file.path == f"claims/guidance/{id}.yaml")
    text = file.raw.decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return StoredFile(f"claims/guidance/{id}-changed.yaml", text.encode())


def test_the_silence_of_the_newest_edition_is_told_before_what_an_older_one_says() -> None:
    newest, older = lines(("fern-2020-silent", "fern-2012-velorine"), SILENT)
    assert newest == (
        "Feb 2020",
        "",
        "not found in what was read of it: a recommendation on velorine for prevention",
    )
    assert older[1] == "superseded"


def test_a_silence_that_is_listed_with_the_question_is_told_whatever_it_is_about() -> None:
    other = StoredFile(SILENT.path, SILENT.raw.replace(b"about: [velorine-iv]", b"about: [placebo-iv]"))
    assert len(lines(("fern-2020-silent",), other)) == 1
    assert lines((), other) == []


def test_what_guidance_listed_with_the_question_advises_against_is_told_whatever_it_is() -> None:
    against = changed("fern-2020-velorine", ("[velorine-iv]", "[placebo-iv]"), ("direction: for", "direction: against"))
    ((_, _, words),) = lines(("fern-2020-velorine-changed",), against)
    assert words.startswith("B, against")
    other = changed("fern-2020-velorine", ("[velorine-iv]", "[placebo-iv]"))
    assert lines(("fern-2020-velorine-changed",), other) == []


def test_a_list_that_was_cut_says_so() -> None:
    more = changed("fern-2020-velorine", ("[velorine-iv]", "[velorine-iv, placebo-iv]"))
    ((_, _, words),) = lines(("fern-2020-velorine-changed",), more)
    assert words.endswith(" and others")
