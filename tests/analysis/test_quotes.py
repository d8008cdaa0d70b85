"""A quote is found only where it stands word for word, with its numbers, signs and order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.analysis.quotes import check_quote, figures_in, tokens

TEXT = """
Pain fell by 4.2 points (95% CI, -6.0 to -2.4; p < 0.05) with 2.5 mg, but did not fall with placebo; the drug was
ineffective in 15 of 30 patients given 15 mg. The e\ufb00ect on CO\u2082 was small: 10\u2076 cells per mL, at 5 \xb5g,
rose by \u22124.2%. Non-\nsignificant results were seen in men. Results were good; they were never seen in women.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "Pain fell by 4.2 points (95% CI, -6.0 to -2.4; p < 0.05)",
        "pain FELL by 4.2   points",
        "(95% CI, \u22126.0 to \u20132.4; p<0.05) with 2.5 mg",
        "The effect on CO2 was small",
        "10\u2076 cells per mL, at 5 \u03bcg",
        "rose by -4.2%. Nonsignificant results",
        "Pain fell by 4.2 points \u2026 with 2.5 mg",
        "Pain fell by 4.2 points [...] with 2.5 mg",
        "given 15 mg ... cells per mL",
    ],
)
def test_a_true_quote_is_found(quote: str) -> None:
    assert check_quote(quote, TEXT).found, check_quote(quote, TEXT).reason


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("95% CI, -6.0 to -2.4; p > 0.05", "goes on with “<0.05”, the quote with “>0.05”"),
        ("Pain fell by -4.2 points", "after “pain fell by”"),
        ("rose by 4.2%. Nonsignificant results", "goes on with “-4.2%”"),
        ("p < 0.05) with 2-5 mg", "goes on with “2.5”, the quote with “2-5”"),
        ("the drug was effective in 15", "goes on with “ineffective”"),
        ("of 30 patients given 5 mg", "goes on with “15”, the quote with “5”"),
        ("106 cells per mL, at 5 µg", "stands nowhere"),
        ("10 cells per mL, at", "“10”"),
        ("significant results were seen in men", "stands nowhere in the text"),
        ("with 2.5 mg … Pain fell by 4.2 points", "does not follow"),
        ("with 2.5 mg, but did … fall with placebo", "leaves out “not”"),
        ("Results were good; they were … seen in women", "leaves out “never”"),
        ("fell by 4.2% points with", "goes on with “4.2”"),
        ("Pain fell by", "fewer than 4 words"),
        ("", "fewer than 4 words"),
        ("Pain fell by 4.2 points in all", "goes on with “95%”, the quote with “in”"),
    ],
)
def test_a_false_quote_is_refused_where_it_diverges(quote: str, reason: str) -> None:
    outcome = check_quote(quote, TEXT)
    assert not outcome.found
    assert reason in outcome.reason


def test_an_ellipsis_may_not_span_half_the_paper() -> None:
    text = "Pain fell by half. " + "Other words follow here. " * 40 + "It rose again later."
    assert not check_quote("Pain fell by … rose again later", text).found


def test_a_later_place_is_tried_where_the_first_leads_nowhere() -> None:
    text = "Pain fell by half but not in men. Pain fell by half in women of all ages."
    assert check_quote("Pain fell by … women of all ages", text).found


def test_figures_are_compared_digit_by_digit() -> None:
    assert figures_in("RD \u22120.07 (\u22120.23 to 0.09); 86.6%; p<.05; 3.7-5.3") == {
        "0.07",
        "0.23",
        "0.09",
        "86.6",
        ".05",
        "3.7",
        "5.3",
    }


WORDS = st.lists(
    st.sampled_from(["pain", "fell", "by", "4.2", "-4.2", "50%", "not", "in", "p<0.05", "2-5"]), min_size=4
)


@given(WORDS, st.data())
def test_every_run_of_words_of_a_text_is_found_in_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 4))
    end = data.draw(st.integers(start + 4, len(words)))
    assert check_quote(" ".join(words[start:end]), " ".join(words)).found


@given(st.text(), st.text())
def test_no_text_makes_it_stumble(quote: str, text: str) -> None:
    assert isinstance(check_quote(quote, text).reason, str)
    assert tokens(text) == tokens(text)
