"""A verdict follows from the links of a statement: the first case that matches holds."""

from __future__ import annotations

import pytest

from evidence_kb.analysis.verdicts import judged
from evidence_kb.records.audit import Statement
from evidence_kb.records.links import Link

S, C, Q = "supports", "contradicts", "qualifies"


def statement(links: list[tuple[str, str, str]], **fields: object) -> Statement:
    made = tuple(
        Link.model_validate({"claim": claim, "stance": stance, "directness": directness})
        for claim, stance, directness in links
    )
    usual: dict[str, object] = {"kind": "effect", "faults": (), "true_until": None, "searched": None, "claims": made}
    return Statement.model_construct(**(usual | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("links", "fields", "expected"),
    [
        ([], {"kind": "advice"}, {"not-checkable"}),
        ([("a", S, "direct")], {"kind": "definition"}, {"not-checkable"}),
        ([], {}, {"not-assessed"}),
        ([], {"kind": "procedure"}, {"not-assessed", "not-checkable"}),
        ([], {"searched": object()}, {"unsupported"}),
        ([("a", Q, "direct")], {}, {"unsupported"}),
        ([("a", C, "direct")], {}, {"contradicted"}),
        ([("a", C, "direct"), ("b", S, "indirect")], {}, {"contradicted"}),
        ([("a", C, "indirect")], {}, {"unsupported"}),
        ([("a", S, "indirect"), ("b", C, "indirect")], {}, {"indirect"}),
        ([("old", S, "direct")], {}, {"outdated"}),
        ([("old", S, "indirect")], {}, {"outdated"}),
        ([("old", S, "direct"), ("a", S, "direct")], {}, {"accurate"}),
        ([("a", S, "direct")], {"true_until": "2020"}, {"outdated"}),
        ([("a", S, "direct"), ("b", C, "direct")], {}, {"overstated"}),
        ([("a", S, "direct"), ("b", C, "direct")], {"true_until": "2020"}, {"outdated"}),
        ([("a", S, "direct"), ("b", Q, "direct")], {}, {"accurate", "accurate-but-selective"}),
        ([("a", S, "direct"), ("b", Q, "direct")], {"faults": ("x",)}, {"accurate-but-selective", "overstated"}),
        ([("a", S, "direct")], {"faults": ("x",)}, {"accurate-but-selective", "overstated"}),
        ([("a", S, "direct")], {}, {"accurate"}),
    ],
)
def test_the_first_case_that_matches_holds(
    links: list[tuple[str, str, str]], fields: dict[str, object], expected: set[str]
) -> None:
    found = judged(statement(links, **fields), lambda claim: claim == "old")
    assert set(found.verdicts) == expected
    assert found.because


def test_a_link_without_directness_is_direct() -> None:
    link = Link.model_validate({"claim": "a", "stance": "contradicts"})
    assert judged(statement([], claims=(link,)), lambda claim: False).verdicts == ("contradicted",)
