"""References read as a Vancouver list has them, for every type of item and for items with gaps."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("citeproc", reason="formatted references need the extra site")

from evidence_kb.references.formatting import format_reference, format_reference_html, styles

TYPES = (
    *("article", "article-magazine", "article-newspaper", "book", "chapter", "dataset", "document", "entry"),
    *("legislation", "manuscript", "paper-conference", "pamphlet", "post", "regulation", "report", "speech"),
    *("standard", "thesis", "webpage", "no-such-type"),
)

TRIAL: dict[str, Any] = {
    "type": "article-journal",
    "title": "Does it help?",
    "author": [{"family": "Moreau", "given": "Anne Claire"}, {"family": "Sand", "given": "Jo-Ann"}],
    "container-title": "Journal of Examples",
    "issued": "2001-02",
    "volume": "12",
    "issue": "3",
    "page": "101-109",
    "DOI": "10.1000/182",
    "PMID": "12345",
    "PMCID": "PMC678",
}


def test_a_journal_article() -> None:
    assert format_reference(TRIAL) == (
        "Moreau AC, Sand JA. Does it help? Journal of Examples. 2001 Feb;12(3):101–109. "
        "doi:10.1000/182. PMID: 12345; PMCID: PMC678."
    )


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        ({"issued": "2001"}, "2001."),
        ({"issued": "2001-02-03"}, "2001 Feb 3."),
        ({"issued": "2001-05-03"}, "2001 May 3."),
        ({"issued": "2001-09"}, "2001 Sep."),
        ({"issued": "2001", "volume": "12"}, "2001;12."),
        ({"volume": "12", "issue": "3", "page": "e5"}, "12(3):e5."),
        ({"issued": "2001", "page": "e5"}, "2001:e5."),
        ({"issued": "spring of 2001"}, "spring of 2001."),
        ({}, ""),
    ],
)
def test_gaps_in_date_volume_and_pages_leave_no_stray_signs(csl: dict[str, Any], expected: str) -> None:
    given = {"type": "article-journal", "title": "T", "container-title": "J", **csl}
    assert format_reference(given) == f"T. J. {expected}".strip()


def test_from_the_seventh_author_on_the_rest_is_et_al() -> None:
    authors = [{"family": f"Author{letter}"} for letter in "ABCDEFG"]
    assert format_reference({**TRIAL, "author": authors[:6]}).startswith(
        "AuthorA, AuthorB, AuthorC, AuthorD, AuthorE, AuthorF. "
    )
    assert format_reference({**TRIAL, "author": authors}).startswith(
        "AuthorA, AuthorB, AuthorC, AuthorD, AuthorE, AuthorF, et al. Does"
    )


def test_institutions_particles_and_suffixes() -> None:
    authors = [
        {"literal": "Society of Examples, Working Group"},
        {"family": "Berg", "non-dropping-particle": "van den", "given": "Ada", "suffix": "Jr"},
    ]
    assert format_reference({**TRIAL, "author": authors}).startswith(
        "Society of Examples, Working Group, van den Berg A Jr. Does"
    )


def test_what_was_not_seen_is_said_or_left_out() -> None:
    assert format_reference({"type": "article-journal", "author": [{"family": "Moreau"}], "issued": "1991"}) == (
        "Moreau. [title not seen]. 1991."
    )
    assert format_reference({"type": "article-journal", "title": "Alone"}) == "Alone."
    assert format_reference({}) == "[title not seen]."


def test_a_page_with_its_date_of_reading_and_an_address_without_full_stop() -> None:
    page = {
        "type": "webpage",
        "title": "A page",
        "author": [{"literal": "Some Agency"}],
        "publisher": "Some Agency",
        "issued": "2020",
        "accessed": "2026-11-22",
        "URL": "https://example.org/a?b=c&d",
    }
    expected = "Some Agency. A page. Some Agency; 2020 [cited 2026 Nov 22]. Available from: https://example.org/a?b=c&d"
    assert format_reference(page) == expected


def test_a_chapter_names_its_book_and_editors() -> None:
    chapter = {
        "type": "chapter",
        "title": "Of examples",
        "editor": [{"family": "Moreau", "given": "A."}, {"family": "Sand", "given": "J."}],
        "container-title": "A book",
        "publisher": "Press",
        "publisher-place": "Lyon",
        "issued": "2011",
        "page": "3-9",
    }
    assert format_reference(chapter) == (
        "Of examples. In: Moreau A, Sand J, editors. A book. Lyon: Press; 2011. p. 3–9."
    )


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_shows_title_place_date_and_address(kind: str) -> None:
    text = format_reference({**TRIAL, "type": kind, "URL": "https://example.org/", "event-title": "Congress"})
    for part in (
        "Moreau AC",
        "Does it help? ",
        "Journal of Examples",
        "2001 Feb",
        "doi:10.1000/182",
        "https://example.org/",
    ):
        assert part in text


def test_html_escapes_what_comes_from_the_source() -> None:
    hostile = {**TRIAL, "title": 'A <script>x</script> & "b"', "author": [{"literal": "<b>"}]}
    text = format_reference_html(hostile)
    assert "&lt;script&gt;x&lt;/script&gt; &amp; &quot;b&quot;" in text
    assert not set(text) & set('<>"')


def test_unknown_variables_are_left_out_in_silence() -> None:
    assert format_reference({**TRIAL, "no-such-variable": "x", "version": "2"}) == format_reference(TRIAL)


def test_a_style_that_is_not_there_is_named_with_those_that_are() -> None:
    assert styles() == ("vancouver",)
    with pytest.raises(ValueError, match="no citation style 'apa'; there are: vancouver"):
        format_reference(TRIAL, "apa")


words = st.text(max_size=30)
items = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["article-journal", "webpage", "chapter", "", "x"]),
        "title": words,
        "container-title": words,
        "author": st.lists(st.fixed_dictionaries({}, optional={"family": words, "given": words, "literal": words})),
        "issued": st.one_of(words, st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True)),
        "page": words,
        "DOI": words,
        "URL": words,
    },
)


@settings(max_examples=60, deadline=None)
@given(items)
def test_any_item_gives_one_line_and_the_same_one_twice(csl: dict[str, Any]) -> None:
    text = format_reference(csl)
    assert text
    assert len(text.splitlines()) == 1
    assert text == format_reference(dict(reversed(csl.items())))
    assert not set(format_reference_html(csl)) & set('<>"')


def test_every_style_of_the_package_is_valid_csl(repository: Path) -> None:
    from citeproc import CitationStylesStyle

    for style in styles():
        file = repository / "src" / "evidence_kb" / "references" / "styles" / f"{style}.csl"
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            CitationStylesStyle(str(file), validate=True)
        assert [str(warning.message) for warning in caught] == []
