"""CSL-JSON, RIS and BibTeX: valid, sorted, and read back by independent readers as what was written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_kb.references.bibtex import to_bibtex
from evidence_kb.references.csl_json import references, to_csl_date, to_csl_json
from evidence_kb.references.ris import to_ris

TRIAL: dict[str, Any] = {
    "type": "article-journal",
    "title": "50% of {things} & others_",
    "author": (
        {"family": "Berg", "non-dropping-particle": "van", "given": "Ada", "suffix": "Jr"},
        {"literal": "A and B"},
    ),
    "container-title": "Journal of Examples",
    "issued": "2001-02-03",
    "volume": "12",
    "issue": "3",
    "page": "101-109",
    "DOI": "10.1000/a_b",
    "PMID": "12345",
    "PMCID": "PMC678",
    "URL": "https://example.org/a_b?c=1&d=2",
}


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2001", {"date-parts": [[2001]]}),
        ("2001-02", {"date-parts": [[2001, 2]]}),
        ("2001-02-03", {"date-parts": [[2001, 2, 3]]}),
        ("2001-02/2001-04", {"date-parts": [[2001, 2], [2001, 4]]}),
        ("2004-02-29", {"date-parts": [[2004, 2, 29]]}),
        ("2001-02-29", {"literal": "2001-02-29"}),
        ("2001-13", {"literal": "2001-13"}),
        ("0000", {"literal": "0000"}),
        ("spring 2001", {"literal": "spring 2001"}),
        ({"date-parts": [["2001", "2"]]}, {"date-parts": [[2001, 2]]}),
        ({"date-parts": [[2001, 2, 3]]}, {"date-parts": [[2001, 2, 3]]}),
        ({"raw": "spring 2001"}, {"literal": "spring 2001"}),
        ({"date-parts": [[None]]}, None),
        ("", None),
        (None, None),
    ],
)
def test_dates(given: object, date: object) -> None:
    assert to_csl_date(given) == date


def test_an_item_has_its_id_first_and_nothing_empty_or_unknown() -> None:
    item = to_csl_json("trial-2001", {**TRIAL, "editor": (), "volume": None, "abstract": "", "made-up": "x"})
    assert list(item)[:2] == ["id", "type"]
    assert item["issued"] == {"date-parts": [[2001, 2, 3]]}
    assert item["author"] == [dict(name) for name in TRIAL["author"]]
    assert not item.keys() & {"editor", "volume", "abstract", "made-up"}
    json.dumps(item, allow_nan=False)


def test_lists_are_sorted_by_id() -> None:
    sources = [("b", TRIAL), ("a", TRIAL), ("c", {})]
    assert [item["id"] for item in references(sources) if isinstance(item, dict)] == ["a", "b", "c"]
    assert to_ris(sources) == to_ris(reversed(sources))
    assert to_bibtex(sources) == to_bibtex(reversed(sources))


def test_ris() -> None:
    assert to_ris([("trial-2001", TRIAL)]).splitlines() == [
        "TY  - JOUR",
        "ID  - trial-2001",
        "AU  - van Berg, Ada, Jr",
        "AU  - A and B",
        "PY  - 2001",
        "DA  - 2001/02/03/",
        "TI  - 50% of {things} & others_",
        "T2  - Journal of Examples",
        "VL  - 12",
        "IS  - 3",
        "DO  - 10.1000/a_b",
        "UR  - https://example.org/a_b?c=1&d=2",
        "SP  - 101",
        "EP  - 109",
        "AN  - 12345",
        "C2  - PMC678",
        "ER  - ",
    ]


def test_bibtex() -> None:
    assert to_bibtex([("trial-2001", TRIAL)]) == (
        "@article{trial-2001,\n"
        "  author = {van Berg, Jr, Ada and {A and B}},\n"
        "  title = {{50\\% of \\textbraceleft{}things\\textbraceright{} \\& others\\_}},\n"
        "  journal = {Journal of Examples},\n"
        "  year = {2001},\n"
        "  month = feb,\n"
        "  pages = {101--109},\n"
        "  volume = {12},\n"
        "  number = {3},\n"
        "  doi = {10.1000/a_b},\n"
        "  pmid = {12345},\n"
        "  pmcid = {PMC678},\n"
        "  url = {https://example.org/a_b?c=1&d=2},\n"
        "}\n"
    )


def test_a_line_break_in_a_value_cannot_make_a_field() -> None:
    hostile = {"type": "book", "title": "T\nER  - \nTY  - JOUR", "note": "a\r\nAU  - b"}
    assert to_ris([("x", hostile)]).splitlines()[2:] == ["TI  - T ER - TY - JOUR", "N1  - a AU - b", "ER  - "]


texts = st.text(max_size=30).filter(lambda text: text.strip())


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4))
def test_ris_is_read_back(titles: list[str]) -> None:
    rispy = pytest.importorskip("rispy")
    sources = [(f"id-{place}", {"type": "book", "title": title}) for place, title in enumerate(titles)]
    read = rispy.loads(to_ris(sources))
    assert [record["id"] for record in read] == [identifier for identifier, _ in sources]
    expected = [to_csl_json(identifier, csl).get("title", "") for identifier, csl in sources]
    assert [record.get("title", "") for record in read] == expected


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_bibtex_is_read_back(title: str, family: str) -> None:
    database = pytest.importorskip("pybtex.database")
    csl = {"type": "book", "title": title, "author": [{"literal": family}], "volume": "7"}
    read = database.parse_string(to_bibtex([("id-1", csl), ("id-2", csl)]), "bibtex")
    assert list(read.entries) == ["id-1", "id-2"]
    assert [entry.fields["volume"] for entry in read.entries.values()] == ["7", "7"]
