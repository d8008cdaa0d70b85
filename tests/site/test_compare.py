"""The comparison of treatments: one row a treatment, each figure with its people, and no silence that reads as safe."""

from __future__ import annotations

import re
from html import unescape

import pytest

from evidence_kb.gate import check
from evidence_kb.site.pages.compare import ComparePage, Option, make
from evidence_kb.site.source import Site
from evidence_kb.site.views.drugs import drugs
from evidence_kb.store import StoredFile
from site_variants import RATED, RECOMMENDATION, SAFETY, UNRATED, asked, changed, read, row


def page(files: list[StoredFile]) -> ComparePage:
    loaded = read(files)
    (made,) = make(Site(loaded, check(loaded)))
    content: ComparePage = made.content
    return content


def option(content: ComparePage, name: str, purpose: str = "Acute") -> Option:
    (found,) = [o for p in content.purposes if p.name == purpose for o in p.options if o.treatment.text == name]
    return found


@pytest.mark.parametrize(
    ("terms", "rows"),
    [
        (["glimmer", "glimmer-iv", "glimmer-oxide-iv"], ["Glimmer"]),
        (["glimmer-iv", "glimmer-oxide-iv"], ["Glimmer, intravenous"]),
        (["glimmer-oxide-iv", "glimmer-nasal"], ["Glimmer oxide, intravenous", "Glimmer, nasal"]),
        (["shimmer", "shimmer-nasal"], ["Shimmer", "Shimmer, nasal"]),
        (["glimmer", "shimmer", "placebo-iv"], ["Glimmer", "Shimmer"]),
    ],
)
def test_one_substance_by_one_family_of_routes_is_one_row(terms: list[str], rows: list[str]) -> None:
    assert [drug.label for drug in drugs(read(changed()).kb, terms)] == rows


def test_no_label_is_no_safety() -> None:
    content = page(
        changed(claims__shimmer_for=RECOMMENDATION.format(term="shimmer", value="A", date=2020, status="current"))
    )
    assert option(content, "Shimmer").warned.unread == "No label was read for this library"
    assert option(content, "Glimmer, intravenous").warned.unread == ""


def test_a_boxed_warning_reaches_every_term_of_the_substance() -> None:
    content = page(
        changed(
            claims__oxide_for=RECOMMENDATION.format(term="glimmer-oxide-iv", value="A", date=2020, status="current")
        )
    )
    for name in ("Glimmer, intravenous",):
        assert [link.text for link in option(content, name).warned.boxed] == ["Boxed warning (EX)"]
    alone = changed(claims__oxide_for=RECOMMENDATION.format(term="glimmer", value="A", date=2020, status="current"))
    alone = [file for file in alone if "regimen" not in file.path and "society-2024-glimmer" not in file.path]
    alone = [StoredFile(f.path, re.sub(rb"(regimens|guidance): .*\n", b"", f.raw)) for f in alone]
    assert [link.text for link in option(page(alone), "Glimmer").warned.boxed] == ["Boxed warning (EX)"]


@pytest.mark.parametrize(
    ("term", "source", "read", "unread"),
    [
        ("shimmer", "glimmer-label", "label", ""),
        ("shimmer", "glimmer-label", "second-hand", "A label was seen only second-hand"),
        ("shimmer", "society-2024", "abstract", "No label was read for this library"),
        ("light-any", "glimmer-label", "label", "No label was read for this library"),
    ],
)
def test_how_a_label_was_read_is_said(term: str, source: str, read: str, unread: str) -> None:
    how = "second-hand, via: {kind: review, url: 'https://review.example/'}" if read == "second-hand" else read
    content = page(
        changed(
            claims__shimmer_for=RECOMMENDATION.format(term="shimmer", value="A", date=2020, status="current"),
            claims__warns=SAFETY.format(term=term, source=source, read=how),
        )
    )
    assert option(content, "Shimmer").warned.unread == unread


def test_a_warning_of_the_class_is_shown_as_such() -> None:
    content = page(changed(claims__warns=SAFETY.format(term="light-any", source="glimmer-label", read="label")))
    assert [link.text for link in option(content, "Glimmer, intravenous").warned.kinds] == ["Warnings (class: light)"]


def test_grades_come_newest_first_with_body_and_year() -> None:
    content = page(
        changed(
            claims__old=RECOMMENDATION.format(term="glimmer-iv", value="C", date=2016, status="superseded"),
            claims__new=RECOMMENDATION.format(term="glimmer-iv", value="A", date="2030-06", status="current"),
        )
    )
    found = option(content, "Glimmer, intravenous").guidelines
    assert [grade.issued.text for grade in found] == [f"Society for Hiccups {year}" for year in (2030, 2024, 2016)]
    assert [(grade.status, grade.standing) for grade in found] == [
        ("", "current"),
        ("", "current"),
        ("Superseded", "past"),
    ]


def test_each_line_names_people_background_and_comparator() -> None:
    body = "{claim: ayewell-2020-freedom, role: rated}"
    content = page(changed(questions__added=asked("glimmer-iv", [row(RATED, body)], ", background: [shimmer]")))
    found = option(content, "Glimmer, intravenous")
    questions = (*found.first, *found.rest)
    assert [(q.people.text, q.given, q.versus) for q in questions] == [
        ("Adults, blue hiccups", "", "against placebo"),
        ("Adults, blue hiccups", "added to shimmer", "against placebo"),
    ]


def test_rows_without_certainty_are_counted_on_one_line() -> None:
    content = page(changed(questions__many=asked("shimmer", [row(UNRATED)] * 4)))
    (question,) = option(content, "Shimmer").first
    cells = {cell.heading: cell for cell in question.cells}
    assert [link.text for link in cells["Rescue, function, other"].unrated] == ["not rated: 4 outcomes"]
    assert cells["Rescue, function, other"].unrated[0].href.startswith("questions/many.html#outcome-")
    assert cells["Harms"].nothing == "not asked"


def rated_in(question: str, found: Option) -> list[str]:
    cells = [cell for each in (*found.first, *found.rest) for cell in each.cells]
    return [f.outcome.href for cell in cells for f in cell.found if question in f.outcome.href]


def test_a_rating_of_one_treatment_is_not_shown_for_another() -> None:
    body = "{claim: ayewell-2020-freedom, role: rated}"
    content = page(changed(questions__both=asked("glimmer-iv, shimmer", [row(RATED, body)])))
    assert rated_in("both", option(content, "Glimmer, intravenous")) == ["questions/both.html#outcome-1"]
    assert rated_in("both", option(content, "Shimmer")) == []
    assert option(content, "Shimmer").first == ()  # asked, but nothing was found of it: no comparison to show


def test_a_rating_of_several_names_the_others() -> None:
    content = page(changed(questions__both=asked("glimmer-iv, shimmer", [row(RATED)])))
    (question,) = option(content, "Shimmer").first
    (found,) = [f for cell in question.cells for f in cell.found]
    assert unescape(found.together) == "rated together with intravenous glimmer"


def test_context_on_a_treatment_is_counted_and_not_rated() -> None:
    body = "{claim: ayewell-2020-freedom, role: rated}, {claim: shimmered, role: context, why: design}"
    claim = """
type: response_rate
statement: "Of 9 people on shimmer 3 were free of hiccups."
citation: {source: ayewell-2020, read: abstract, locator: {part: abstract}}
outcome: hiccup-freedom
event: "no hiccup"
arms: [{arm: shimmer, n_events: 3, n: 9}]
"""
    files = changed(questions__both=asked("glimmer-iv, shimmer", [row(RATED, body)]), claims__shimmered=claim)
    arm = b'    - {id: shimmer, label: "shimmer", n: 9, given: [{term: shimmer}]}\n'
    files = [
        StoredFile(
            file.path,
            file.raw.replace(b"  funding:", arm + b"  funding:") if "ayewell-2020.y" in file.path else file.raw,
        )
        for file in files
    ]
    content = page(files)
    (question,) = option(content, "Shimmer").first
    assert rated_in("both", option(content, "Shimmer")) == []
    assert [link.text for cell in question.cells for link in cell.unrated] == ["not rated: 1 outcome"]
