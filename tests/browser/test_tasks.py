"""What people come for, done with keyboard, finger and pointer, on a phone, a tablet and a desktop."""

from __future__ import annotations

import re
from typing import Any

import pytest

from browser.conftest import Opener

pytestmark = pytest.mark.browser
WIDTHS = pytest.mark.parametrize("width", [360, 768, 1280])
QUESTION = "questions/acute-migraine-magnesium-v-placebo.html"


def first_result(page: Any, text: str) -> str:
    page.fill("#kb-q", text)
    page.wait_for_selector("#kb-results li")
    return str(page.inner_text("#kb-results li:first-child"))


@WIDTHS
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("aura drip", r"(?i)aura.*Question"),
        ("MgSO4", r"(?i)magnesium.*Question"),
        ("magnesum", r"(?i)magnesium.*Question"),
        ("vyepti every 3 months", r"(?i)eptinezumab.*Question"),
        ("Demirkaya", r"(?s)Demirkaya"),
    ],
)
def test_search_leads_to_the_right_question(visit: Opener, width: int, typed: str, wanted: str) -> None:
    with visit(width=width, touch=width < 1000) as seen:
        assert re.search(wanted, first_result(seen.page, typed).replace("\n", " "))


def first_results(page: Any, text: str, number: int) -> list[tuple[str, str]]:
    """Text and address of the first results of a search."""
    page.fill("#kb-q", text)
    page.wait_for_selector("#kb-results li")
    return [
        (item.inner_text().replace("\n", " "), item.get_attribute("data-to") or "")
        for item in page.locator("#kb-results li").all()[:number]
    ]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("magnesium kidney", "safety.html#conditions-renal-impairment"),
        ("magnesium renal failure", "safety.html#conditions-renal-impairment"),
        ("dhe pregnancy", "safety.html#populations-pregnancy"),
        ("pregnant", "safety.html#populations-pregnancy"),
        ("erythromycin", "safety.html#drug-classes-cyp3a4-inhibitors"),
        ("contraindications", "safety.html"),
        ("magnesium interactions", "safety.html"),
        ("dhe contraindicated", "safety.html?drug=dihydroergotamine-injection"),
        ("gepants kidney", "safety.html"),
    ],
)
def test_search_for_a_danger_leads_to_the_warnings(visit: Opener, typed: str, place: str) -> None:
    with visit() as seen:
        assert any(address.endswith(f"/{place}") for _, address in first_results(seen.page, typed, 2))


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("dihydroergotamine", "questions/dihydroergotamine-intravenous.html"),
        ("oral magnesium", "questions/oral-magnesium-prevention.html"),
        ("gepants 2 hours", "questions/gepants-for-attacks.html"),
        ("magnesium blocks NMDA", "audits/clinic-page-magnesium.html#statement-"),
    ],
)
def test_search_leads_to_what_is_about_it_first(visit: Opener, typed: str, place: str) -> None:
    with visit() as seen:
        assert f"/{place}" in first_results(seen.page, typed, 1)[0][1]


def test_a_found_question_shows_its_answer(visit: Opener) -> None:
    with visit() as seen:
        text, _ = first_results(seen.page, "oral magnesium", 1)[0]
        assert re.search(r"Question: .+(Very low|Low|Moderate|High) certainty", text)


def test_search_says_which_word_no_page_holds(visit: Opener) -> None:
    with visit() as seen:
        seen.page.goto(seen.page.url.replace("index.html", "search.html?q=magnesium+xylophone"))
        seen.page.wait_for_selector(".kb-searchpage li a")
        assert "no page holds “xylophone”" in seen.page.inner_text(".kb-searchpage__count")


@pytest.mark.parametrize("page", ["conditions/renal-impairment.html", "outcomes/flushing.html"])
def test_a_term_that_warnings_name_shows_them(visit: Opener, page: str) -> None:
    with visit(page) as seen:
        assert seen.page.locator("h2#named ~ .kb-block .kb-claim").count() > 1


@WIDTHS
def test_from_home_to_the_bottom_line_by_keyboard(visit: Opener, width: int) -> None:
    with visit(width=width) as seen:
        seen.page.keyboard.press("/")
        seen.page.keyboard.type("magnesium placebo attack adults", delay=5)
        seen.page.wait_for_selector("#kb-results li")
        seen.page.keyboard.press("ArrowDown")
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_selector(".kb-answer")
        assert "certainty" in seen.page.inner_text(".kb-answer")
        assert seen.page.locator(".kb-answer").bounding_box()["y"] < 1600


@WIDTHS
def test_a_search_can_be_shared_by_its_address(visit: Opener, width: int) -> None:
    with visit(width=width) as seen:
        seen.page.goto(seen.page.url.replace("index.html", "search.html?q=magnesium"))
        seen.page.wait_for_selector(".kb-searchpage li a")
        assert "results for" in seen.page.inner_text(".kb-searchpage__count")


@WIDTHS
def test_certainty_and_its_reasons(visit: Opener, width: int) -> None:
    with visit(QUESTION, width=width, touch=width < 1000) as seen:
        row = seen.page.locator(".kb-sof tbody").first
        assert re.search(r"(Very low|Low|Moderate|High) certainty", row.inner_text())
        assert "provisional" in row.inner_text()
        row.locator("a").first.click()
        assert "#outcome-1" in seen.page.url
        assert seen.page.locator(".kb-reasons").first.is_visible()


@WIDTHS
def test_evidence_on_every_side_has_the_same_prominence(visit: Opener, width: int) -> None:
    with visit(QUESTION, width=width) as seen:
        heads = seen.page.locator(".kb-side h4")
        sizes = {heads.nth(n).evaluate("e => getComputedStyle(e).fontSize") for n in range(heads.count())}
        assert heads.count() > 1
        assert len(sizes) == 1


@WIDTHS
def test_from_a_question_to_the_figures_and_the_source(visit: Opener, width: int) -> None:
    with visit(QUESTION, width=width, touch=width < 1000) as seen:
        link = seen.page.locator(".kb-side .kb-claim__statement a").first
        link.tap() if width < 1000 else link.click()
        seen.page.wait_for_selector("#figures")
        seen.page.locator(".kb-citation a").first.click()
        seen.page.wait_for_selector("#verified")


@WIDTHS
def test_a_drawing_has_its_numbers_beside_it(visit: Opener, width: int) -> None:
    with visit("interventions/magnesium-sulfate-iv.html", width=width) as seen:
        figure = seen.page.locator("figure.kb-figure-box").first
        assert figure.locator("svg[role=img] title").count() == 1
        figure.locator("summary").focus()
        seen.page.keyboard.press("Enter")
        assert figure.locator("table").is_visible()


def shown_headings(page: Any) -> list[str]:
    """The headings of the look-up of warnings that can be seen, in their order."""
    return [
        heading.inner_text() for heading in page.locator("[data-kb-filtered]:visible").locator(":is(h3, summary)").all()
    ]


@WIDTHS
def test_can_i_give_it_to(visit: Opener, width: int) -> None:
    with visit("safety.html", width=width) as seen:
        seen.page.fill("#kb-filter", "pregnan")
        assert shown_headings(seen.page)[0] == "Pregnant women"
        assert len(shown_headings(seen.page)) < 4


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kidney", "Renal impairment"),
        ("can I give magnesium in kidney failure?", "Renal impairment"),
        ("clarithromycin", "CYP3A4 inhibitors"),
        ("sumatriptan", "Vasoconstrictors"),
        ("dhe pregnancy", "Pregnant women"),
    ],
)
def test_a_name_leads_to_its_circumstance(visit: Opener, typed: str, first: str) -> None:
    with visit("safety.html") as seen:
        seen.page.fill("#kb-filter", typed)
        assert shown_headings(seen.page)[0] == first
        assert len(shown_headings(seen.page)) < 3


def test_a_treatment_is_found_by_its_abbreviation_and_chosen_from_a_list(visit: Opener) -> None:
    with visit("safety.html") as seen:
        rows = seen.page.locator("[data-kb-row]:visible")
        seen.page.fill("#kb-filter", "dhe")
        assert rows.count() > 10
        assert all("ihydroergotamine" in row.inner_text() for row in rows.all())
        seen.page.fill("#kb-filter", "")
        seen.page.select_option("#kb-filter-drug", "magnesium-sulfate-iv")
        assert rows.count() > 5
        assert all("Magnesium sulfate" in row.inner_text() for row in rows.all())


def test_words_of_a_warning_come_after_names(visit: Opener) -> None:
    with visit("safety.html") as seen:
        seen.page.fill("#kb-filter", "ischaemia")
        places = seen.page.evaluate("Array.from(document.querySelectorAll('[data-kb-found] > *')).map(e => e.tagName)")
        assert places.index("P") == 1
        assert "only in the text" in seen.page.inner_text("[data-kb-found] > p")


def test_nothing_found_is_not_called_safe(visit: Opener) -> None:
    with visit("safety.html") as seen:
        seen.page.fill("#kb-filter", "warfarin")
        assert not shown_headings(seen.page)
        assert "does not mean that it is safe" in seen.page.inner_text(".kb-filter__status")
        assert "Only these were read" in seen.page.inner_text("[data-kb-nothing]")
        assert seen.page.locator("[data-kb-nothing] a").count() > 3
        seen.page.fill("#kb-filter", "")
        assert not seen.page.is_visible("[data-kb-nothing]")
        assert len(shown_headings(seen.page)) > 15


def test_warnings_are_a_list_without_scripts(visit: Opener) -> None:
    with visit("safety.html", width=390, script=False) as seen:
        assert len(shown_headings(seen.page)) > 15
        assert not seen.page.is_visible("#kb-filter")
        assert not seen.page.locator("#harms-listed dl").is_visible()
        seen.page.click("nav[aria-label=Circumstances] a:has-text('Renal impairment')")
        assert seen.page.url.endswith("#conditions-renal-impairment")
        assert seen.page.evaluate("document.documentElement.scrollHeight") < 10_000


@WIDTHS
def test_browsing_by_facets_and_sharing_the_choice(visit: Opener, width: int) -> None:
    with visit("claims/index.html", width=width) as seen:
        seen.page.wait_for_selector("[data-kb-browse]:not([hidden])")
        if width < 900:
            seen.page.click(".kb-narrow summary")
        seen.page.select_option("#kb-facet-type", "Meta-analysis")
        status = seen.page.inner_text(".kb-browse [role=status]")
        number, total = (int(each) for each in re.findall(r"\d+", status))
        assert 0 < number < total
        address = seen.page.url
        assert "type=Meta-analysis" in address
        seen.page.goto("about:blank")
        seen.page.goto(address)
        seen.page.wait_for_selector(".kb-browse__list li")
        assert seen.page.inner_text(".kb-browse [role=status]") == status


@WIDTHS
def test_the_menu_leads_everywhere(visit: Opener, width: int) -> None:
    with visit(width=width, touch=width < 1000) as seen:
        if width < 1200:
            seen.page.locator(".kb-menu summary").tap() if width < 1000 else seen.page.click(".kb-menu summary")
            seen.page.click(".kb-menu a:has-text('Compare')")
        else:
            seen.page.click(".kb-tabs a:has-text('Treatments')")
            seen.page.click(".kb-tabs__inner a:has-text('Compare')")
        seen.page.wait_for_selector("h1:has-text('Compare')")


@WIDTHS
def test_an_audit_gives_verdict_and_honest_wording(visit: Opener, width: int) -> None:
    with visit("audits/index.html", width=width) as seen:
        seen.page.locator(".kb-card a").first.click()
        statement = seen.page.locator(".kb-statement").first
        assert statement.locator(".kb-verdict").inner_text()
        assert "Honest wording" in statement.inner_text()


def test_colours_are_kept(visit: Opener) -> None:
    with visit() as seen:
        before = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        seen.page.click("[data-kb-scheme-button]")
        after = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert before != after
        seen.open(QUESTION)
        assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_everything_but_search_and_facets_works_without_scripts(visit: Opener) -> None:
    with visit(QUESTION, script=False) as seen:
        assert seen.page.locator(".kb-answer").is_visible()
        assert seen.page.locator(".kb-sof table").is_visible()
        assert seen.page.locator("figure svg").first.is_visible()
    with visit("claims/index.html", script=False) as seen:
        seen.page.locator(".kb-terms a").first.click()
        assert seen.page.locator(".kb-claim").count() > 0


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_question_prints_as_a_card(visit: Opener, paper: str) -> None:
    with visit(QUESTION) as seen:
        seen.page.emulate_media(media="print")
        assert seen.page.locator(".kb-answer").is_visible()
        assert seen.page.locator(".kb-printonly").is_visible()
        assert not seen.page.locator("#evidence").is_visible()
        assert not seen.page.locator(".kb-header").is_visible()
        pages = seen.page.pdf(format=paper).count(b"/Type /Page\n") or seen.page.pdf(format=paper).count(b"/Type /Page")
        assert 1 <= pages <= 3
