"""The evidence map: each rating stands with its own treatment and its question, the plainest one in the drawing."""

from __future__ import annotations

from evidence_kb.gate import check
from evidence_kb.site.figures.bubbles import BubbleMap
from evidence_kb.site.pages.evidence_map import MapPage, OutcomeLine, make
from evidence_kb.site.source import Site
from evidence_kb.store import StoredFile
from site_variants import RATED, UNRATED, asked, changed, read, row

BODY = "{claim: ayewell-2020-freedom, role: rated}"
LOW = RATED.replace("levels: 1", "levels: 3").replace("final: moderate", "final: very-low")


def page(files: list[StoredFile]) -> MapPage:
    loaded = read(files)
    (made,) = make(Site(loaded, check(loaded)))
    content: MapPage = made.content
    return content


def line(content: MapPage, treatment: str, outcome: str = "Freedom from hiccups") -> OutcomeLine:
    treatments = [t for group in content.groups for t in group.treatments if t.label == treatment]
    (found,) = [each for t in treatments for each in t.outcomes if each.outcome.text == outcome]
    return found


def signs(content: MapPage) -> list[str]:
    """The signs of the drawing, circle by circle: a plus for a ring with a cross, a zero for an empty one."""
    drawing = content.drawing.content
    assert isinstance(drawing, BubbleMap)
    return ["".join("+" if sign.plus else "0" for sign in circle.signs) + circle.mark for circle in drawing.circles]


def test_a_rating_of_one_treatment_is_not_shown_for_another() -> None:
    rows = [row(RATED, BODY), row(UNRATED, outcome="sparkles", kind="harm")]
    content = page(changed(questions__both=asked("glimmer-iv, shimmer", rows)))
    words = {r.certainty.word for r in line(content, "Glimmer, intravenous").ratings}
    assert words == {"Low certainty", "Moderate certainty"}
    (shimmer,) = [t for group in content.groups for t in group.treatments if t.label == "Shimmer"]
    assert [each.outcome.text for each in shimmer.outcomes] == ["Sparkles"]
    assert shimmer.counts == "1 outcome, none rated"


def test_each_rating_stands_with_its_question() -> None:
    content = page(changed(questions__added=asked("glimmer-iv", [row(RATED, BODY)], ", background: [shimmer]")))
    found = line(content, "Glimmer, intravenous").ratings
    assert [(r.certainty.word, r.question.text, r.question.href) for r in found] == [
        ("Low certainty", "Adults, blue hiccups, against placebo, 2 h", "questions/glimmer-v-placebo.html#outcome-1"),
        (
            "Moderate certainty",
            "Adults, blue hiccups, added to shimmer, against placebo",
            "questions/added.html#outcome-1",
        ),
    ]


def test_the_drawing_takes_the_plainest_question_and_marks_other_ratings() -> None:
    files = changed(
        questions__aaa_against_shimmer=asked("glimmer-iv", [row(LOW, BODY)]).replace("[placebo-iv]", "[shimmer]")
    )
    assert "++00*" in signs(page(files))
    assert "++00" in signs(page(changed()))


def test_a_question_without_a_rating_is_named() -> None:
    content = page(changed(questions__unrated=asked("glimmer-iv", [row(UNRATED)])))
    assert [link.href for link in line(content, "Glimmer, intravenous").unrated] == ["questions/unrated.html"]


def test_treatments_with_a_question_come_first() -> None:
    content = page(changed(questions__shimmer=asked("shimmer", [row(UNRATED)])))
    assert [(group.heading, [t.label for t in group.treatments]) for group in content.groups] == [
        ("Treatments with a question", ["Glimmer, intravenous", "Shimmer"])
    ]
