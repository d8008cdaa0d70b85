"""What holds for every text: never an exception, a fixed point, sound suggestions, links that cannot do harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence_kb.identifiers import KINDS, MAX_LENGTH, Kind, Normalised, Refused, normalise, url_for

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
GIVEN = [case["given"] for cases in CASES.values() for case in cases]
TELLING = "0123456789X/.:;-#%?&()<>[]@\\\"' \t\n\u200b\u00a0–lt;acdoiprgnmhsPMCTISBN"

UNITS = ["10.1010.", "(", "10.1000/(", "%25", "&amp;", "doi:", "<", "a.", "9-", " ", ".", "-", "\u200b", "0", "x@"]

kinds = st.sampled_from(KINDS)
spliced = st.builds(
    lambda one, cut, noise, other: one[:cut] + noise + other[cut:],
    st.sampled_from(GIVEN),
    st.integers(0, 40),
    st.text(TELLING, max_size=6),
    st.sampled_from(GIVEN),
)
texts = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.text(TELLING, max_size=60),
    spliced,
    st.sampled_from(GIVEN),
)


@settings(deadline=None)
@given(kinds, texts)
@example("DOI", "10.1000/\ud800")
@example("URL", "https://\ud800.example/")
@example("URL", "http://[::1%25eth0]/")
@example("DOI", "10.1000/&amp;lt;x")
def test_outcomes_are_sound(kind: Kind, text: str) -> None:
    outcome = normalise(kind, text)
    assert outcome.given == text
    if isinstance(outcome, Normalised):
        assert normalise(kind, outcome.value) == Normalised(kind, outcome.value, outcome.value)
        assert not any(character.isspace() for character in outcome.value)
    else:
        assert outcome.reason.isprintable()
        if outcome.suggestion is not None:
            again = normalise(kind, outcome.suggestion)
            assert isinstance(again, Normalised)
            assert again.value == outcome.suggestion


@settings(deadline=None)
@given(kinds, texts)
def test_a_link_is_http_and_cannot_leave_an_attribute(kind: Kind, text: str) -> None:
    outcome = normalise(kind, text)
    if isinstance(outcome, Refused):
        assert url_for(kind, text) is None
        return
    link = url_for(kind, outcome.value)
    if kind == "ISBN":
        assert link is None
        return
    assert link is not None
    assert link.startswith("https://" if kind != "URL" else ("https://", "http://"))
    assert not set(link) & set('<>"`\\ \t\r\n')
    assert isinstance(normalise("URL", link), Normalised)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", UNITS)
def test_long_repetitions_are_read(kind: Kind, unit: str) -> None:
    """A pattern that backtracks would not come back from these."""
    text = (unit * MAX_LENGTH)[:MAX_LENGTH]
    assert normalise(kind, text).given == text
    assert normalise(kind, "https://a.example/" + text[:2000]).kind == kind


@settings(deadline=None)
@given(st.from_regex(r"10\.[1-9][0-9]{3,8}/[a-z0-9]([a-z0-9().;:<>_-]{0,30}[a-z0-9])?", fullmatch=True))
def test_a_doi_survives_the_journey_through_its_link(doi: str) -> None:
    link = url_for("DOI", doi)
    assert link is not None
    outcome = normalise("DOI", link)
    assert isinstance(outcome, Normalised)
    assert outcome.value == doi
