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
def test_a_suggestion_opens_when_it_is_pressed(visit: Opener, width: int) -> None:
    with visit(width=width, touch=width < 1000) as seen:
        seen.page.fill("#kb-q", "magnesium aura")
        option = seen.page.locator("#kb-results li").first
        option.wait_for()
        if width < 1000:
            option.tap()
        else:
            option.click()
        seen.page.wait_for_url("**/questions/*.html*")


@WIDTHS
def test_a_jump_shows_its_heading_below_the_header(visit: Opener, width: int) -> None:
    with visit(QUESTION, width=width) as seen:
        seen.page.goto(f"{seen.page.url}#summary-of-findings")
        header = seen.page.locator(".kb-header").bounding_box()
        heading = seen.page.locator("#summary-of-findings").bounding_box()
        assert header is not None
        assert heading is not None
        assert header["y"] + header["height"] <= heading["y"]


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
        ("eGFR", "safety.html#conditions-renal-impairment"),
        ("dialysis", "safety.html#conditions-renal-impairment"),
        ("rizatriptan", "safety.html#drug-classes-vasoconstrictors"),
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
        ("oral magnesium prevention", "questions/oral-magnesium-prevention.html"),
        ("ED migraine", "questions/acute-migraine-emergency-options.html"),
        ("emergency migraine", "questions/acute-migraine-emergency-options.html"),
        ("flyer", "audits/clinic-page-magnesium.html"),
        ("brochure", "audits/clinic-page-magnesium.html"),
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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("magnesum", "no page holds “magnesum”, only “magnesium”"),
        ("rizatriptan", "no page holds “rizatriptan”, only “triptan”"),
        ("hypercalcaemia", "Nothing found"),  # two slips from its opposite, hypocalcaemia
        ("nalysis", "Nothing found"),  # one slip from analysis, with another beginning
    ],
)
def test_search_takes_one_word_for_another_only_where_it_says_so(visit: Opener, typed: str, said: str) -> None:
    with visit() as seen:
        seen.page.goto(seen.page.url.replace("index.html", f"search.html?q={typed}"))
        seen.page.wait_for_selector(".kb-searchpage__count:has-text('for “')")
        assert said in seen.page.inner_text(".kb-searchpage__count")


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
        ("rizatriptan", "Vasoconstrictors"),
        ("can I give DHE after zolmitriptan?", "Vasoconstrictors"),
        ("fluconazole", "CYP3A4 inhibitors"),
        ("CKD", "Renal impairment"),
        ("eGFR", "Renal impairment"),
        ("dialysis", "Renal impairment"),
        ("MI", "Cardiovascular disease"),
        ("cirrhosis", "Severe hepatic impairment"),
        ("HTN", "Uncontrolled hypertension"),
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


def test_a_treatment_holds_the_warnings_of_every_form_of_it(visit: Opener) -> None:
    with visit("safety.html", width=390) as seen:
        seen.page.select_option("#kb-filter-drug", "dihydroergotamine-injection")
        assert {"Breastfeeding women", "Sepsis"} <= set(shown_headings(seen.page))
        assert seen.page.locator("#kb-filter-drug option:has-text('Dihydroergotamine')").count() == 1


def test_a_class_that_was_guessed_is_called_a_guess(visit: Opener) -> None:
    with visit("safety.html") as seen:
        status = seen.page.locator(".kb-filter__status")
        seen.page.fill("#kb-filter", "rizatriptan")
        assert "names end in “triptan”; whether it is one of them was not looked up" in status.inner_text()
        seen.page.fill("#kb-filter", "triptans")
        assert "was not looked up." not in status.inner_text().replace("What is not listed was not looked up.", "")


def test_a_treatment_without_its_own_label_is_not_judged_by_others(visit: Opener) -> None:
    with visit("safety.html") as seen:
        status = seen.page.locator(".kb-filter__status")
        for typed in ("metoclopramide", "metoclopramide pregnancy"):
            seen.page.fill("#kb-filter", typed)
            assert not shown_headings(seen.page)
            assert "For Metoclopramide itself no warnings of a label were read" in status.inner_text()
        seen.page.fill("#kb-filter", "sumatriptan")
        assert shown_headings(seen.page) == ["Vasoconstrictors"]
        assert "what is listed is said of other treatments" in status.inner_text()


@WIDTHS
def test_from_nothing_found_to_the_class_of_a_drug(visit: Opener, width: int) -> None:
    with visit("safety.html", width=width, touch=width < 1000) as seen:
        seen.page.fill("#kb-filter", "verapamil")
        assert "no all-clear" in seen.page.inner_text(".kb-filter__status")
        button = seen.page.locator("[data-kb-look]:has-text('Triptans')")
        button.tap() if width < 1000 else button.click()
        assert shown_headings(seen.page) == ["Vasoconstrictors"]
        assert seen.page.input_value("#kb-filter") == "Triptans"


@WIDTHS
def test_the_ring_around_a_field_leaves_its_label_free(visit: Opener, width: int) -> None:
    with visit("safety.html", width=width) as seen:
        seen.page.focus("#kb-filter")
        label, field = (seen.page.locator(each).bounding_box() for each in ("label[for=kb-filter]", "#kb-filter"))
        style = "s => parseFloat(s.outlineWidth) + parseFloat(s.outlineOffset)"
        ring = seen.page.locator("#kb-filter").evaluate(f"e => ({style})(getComputedStyle(e))")
        assert ring > 3
        assert label["y"] + label["height"] <= field["y"] - ring


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


def test_the_printed_bottom_line_names_its_outcomes(visit: Opener) -> None:
    with visit(QUESTION) as seen:
        seen.page.emulate_media(media="print")
        lines = seen.page.locator(".kb-answer__lines > li").all()
        assert lines
        for line in lines:
            assert line.locator(".kb-answer__which a").is_visible()
            assert re.fullmatch(r"\S.* \(.+\)", line.locator(".kb-answer__which").inner_text())


def test_a_printed_question_warns_and_says_what_it_leaves_out(visit: Opener) -> None:
    with visit(QUESTION) as seen:
        address = seen.page.url
        seen.page.goto(f"{address}#safety")
        seen.page.emulate_media(media="print")
        assert seen.page.locator("#safety + .kb-block .kb-claim").first.is_visible()
        assert not seen.page.locator("#regimens").is_visible()
        left_out, cited = seen.page.locator(".kb-printonly p").all_inner_texts()
        assert "Not in this print" in left_out
        assert left_out.endswith(f"{address}")
        assert address in cited
        assert "the claim behind it" not in seen.page.locator(".kb-sof").inner_text()


@pytest.mark.parametrize(
    ("path", "main", "secondary"),
    [
        (QUESTION, ".kb-answer__text", ".kb-answer__note, .kb-answer__caveats li, .kb-answer__guidelines li"),
        (QUESTION, ".kb-sof td", ".kb-sof small, .kb-sof .kb-means td"),
        ("compare.html", ".kb-compare td p", ".kb-compare .kb-versus, .kb-compare .kb-status, .kb-glance span"),
        ("substantiation/clinic-page-magnesium.html", ".kb-file-entry > p", ".kb-proofs ul li, .kb-proofs small"),
    ],
)
def test_what_is_secondary_prints_smaller(visit: Opener, path: str, main: str, secondary: str) -> None:
    sizes = "parts => parts.map(part => parseFloat(getComputedStyle(part).fontSize))"
    with visit(path) as seen:
        seen.page.emulate_media(media="print")
        assert max(seen.page.eval_on_selector_all(secondary, sizes)) < max(seen.page.eval_on_selector_all(main, sizes))


def test_a_comparison_prints_across_the_page_and_each_line_names_its_treatment(visit: Opener) -> None:
    with visit("compare.html") as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator(".kb-compare th small:visible").count()
        later = seen.page.locator(".kb-compare__option tr:not(:first-child)").all()
        assert later
        assert all(row.locator(".kb-printname").is_visible() for row in later)
        printed = seen.page.pdf(format="A4", prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", printed)
        assert boxes
        assert all(float(width) > float(height) for width, height in boxes)
