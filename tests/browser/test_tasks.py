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


@WIDTHS
def test_can_i_give_it_to(visit: Opener, width: int) -> None:
    with visit("safety.html", width=width) as seen:
        seen.page.fill("#kb-filter", "pregnan")
        shown = seen.page.locator("[data-kb-filtered]:visible")
        assert 0 < shown.count() < seen.page.locator("[data-kb-filtered]").count()
        assert "pregnan" in shown.first.inner_text().lower()


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
