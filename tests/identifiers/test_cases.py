"""Every identifier of `cases.yaml` gets the verdict, the canonical form and the suggestion that stand there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from evidence_kb.identifiers import KINDS, MAX_LENGTH, Kind, Normalised, Refused, normalise

CASES: dict[Kind, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def _cases() -> Iterator[Any]:
    for kind, cases in CASES.items():
        for case in cases:
            yield pytest.param(kind, case, id=f"{kind} {case['given'][:60]!a}")


@pytest.mark.parametrize(("kind", "case"), list(_cases()))
def test_verdict_value_and_suggestion_are_as_stated(kind: Kind, case: dict[str, Any]) -> None:
    assert case.keys() <= {"given", "value", "suggestion"}
    outcome = normalise(kind, case["given"])
    assert (outcome.kind, outcome.given) == (kind, case["given"])
    if "value" in case:
        assert outcome == Normalised(kind, case["given"], case["value"])
    else:
        assert isinstance(outcome, Refused)
        assert outcome.suggestion == case.get("suggestion")


def test_every_kind_has_cases_of_both_sorts() -> None:
    assert set(CASES) == set(KINDS) == set(get_args(Kind))
    for cases in CASES.values():
        assert {"value" in case for case in cases} == {True, False}
    assert sum(map(len, CASES.values())) >= 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_reason_is_one_sentence_that_quotes_what_was_given(kind: Kind) -> None:
    outcome = normalise(kind, "nonsense\x07text")
    assert isinstance(outcome, Refused)
    assert outcome.reason.endswith(".")
    assert "“nonsense\N{REPLACEMENT CHARACTER}text”" in outcome.reason
    assert outcome.reason.isprintable()


@pytest.mark.parametrize("kind", KINDS)
def test_text_beyond_the_bound_is_refused_with_a_short_reason(kind: Kind) -> None:
    outcome = normalise(kind, "9" * (MAX_LENGTH + 1))
    assert isinstance(outcome, Refused)
    assert "too long" in outcome.reason
    assert len(outcome.reason) < 200


def test_an_identifier_of_another_kind_is_named() -> None:
    outcome = normalise("PMID", "PMC3703169")
    assert isinstance(outcome, Refused)
    assert "is a PMCID" in outcome.reason


def test_two_spellings_of_one_work_compare_equal() -> None:
    spellings = ("10.1000/ABC", "https://doi.org/10.1000/abc", "doi:10.1000/Abc.")
    assert {outcome.value for text in spellings if isinstance(outcome := normalise("DOI", text), Normalised)} == {
        "10.1000/abc"
    }
