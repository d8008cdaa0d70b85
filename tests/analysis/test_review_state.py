"""Review states come from checks; a machine's check advances nothing, an open disagreement holds a record back."""

from __future__ import annotations

import pytest

from evidence_kb.analysis.review_state import open_disagreements, review_state
from evidence_kb.records.review import Check


def check(of: str, role: str, outcome: str = "agrees", on: str = "2024-05-01", against: str = "full-text") -> Check:
    return Check.model_validate(
        {"of": of, "by": "Example Reader", "role": role, "against": against, "on": on, "outcome": outcome}
    )


FIGURES = check("figures", "second-reader")
APPRAISAL = check("appraisal", "methodologist")
CLINICAL = check("clinical", "clinician")


@pytest.mark.parametrize(
    ("checks", "state"),
    [
        ([], "draft"),
        ([check("figures", "curator")], "draft"),
        ([check("figures", "ai")], "draft"),
        ([check("figures", "second-reader", against="second-hand")], "draft"),
        ([check("figures", "second-reader", outcome="corrected")], "draft"),
        ([FIGURES], "figures-checked"),
        ([FIGURES, APPRAISAL], "appraised"),
        ([APPRAISAL], "draft"),
        ([FIGURES, CLINICAL], "figures-checked"),
        ([FIGURES, APPRAISAL, CLINICAL], "clinician-reviewed"),
        ([FIGURES, APPRAISAL, check("clinical", "ai")], "appraised"),
        ([FIGURES, check("wording", "second-reader", "disagrees")], "needs-update"),
        ([FIGURES, check("wording", "ai", "disagrees")], "figures-checked"),
    ],
)
def test_each_state_needs_the_one_before_it(checks: list[Check], state: str) -> None:
    assert review_state(checks).state == state


def test_a_disagreement_is_closed_by_a_later_answer_only() -> None:
    disagrees = check("figures", "second-reader", "disagrees", on="2024-05-02")
    assert open_disagreements([check("figures", "curator", "agrees", on="2024-05-01"), disagrees]) == (disagrees,)
    assert open_disagreements([disagrees, check("wording", "curator", "corrected", on="2024-05-03")]) == (disagrees,)
    assert open_disagreements([disagrees, check("figures", "curator", "corrected", on="2024-05-03")]) == ()
    assert open_disagreements([disagrees, check("figures", "ai", "agrees", on="2024-05-03")]) == (disagrees,)


def test_what_is_outdated_needs_an_update_and_what_is_withdrawn_stays_so() -> None:
    assert review_state([FIGURES], outdated=True).state == "needs-update"
    assert review_state([FIGURES], outdated=True, withdrawn=True).state == "withdrawn"
    assert review_state([FIGURES, check("figures", "ai")]).by_machines == (check("figures", "ai"),)
