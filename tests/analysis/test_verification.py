"""A printed result is read in the forms that articles use, and judged."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.analysis.reported_result import read_result
from evidence_kb.analysis.verification import verify
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.means import MeanMethod, mean_difference
from evidence_kb.statistics.ratios import odds_ratio, risk_ratio
from evidence_kb.statistics.study_data import TwoByTwo, TwoMeans

SAME = [
    "RR 3.75 (1.41 to 9.99), p = 0.008",
    "RR 3.75 (95% CI 1.41\u20139.99; P = 0.008)",
    "RR, 3.75; 95% CI, 1.41 to 9.99; P=0.008",
    "risk ratio 3.75 [1.41, 9.99], p=0.008",
    "relative risk = 3.75 (95% confidence interval: 1.41; 9.99), p = 0.008",
    "RR 3\u00b775 (95% CI 1\u00b741\u20139\u00b799), p=0\u00b7008",
    "Relative risk for relief, 3.75 (95% CI, 1.41-9.99; P value 0.008)",
]


@pytest.mark.parametrize("text", SAME)
def test_one_result_in_many_forms(text: str) -> None:
    read = read_result(text)
    assert (read.measure, read.value, read.low, read.high, read.p) == ("risk_ratio", "3.75", "1.41", "9.99", "0.008")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MD \u22122.3 (\u22123.2, \u22121.4)", ("mean_difference", "-2.3", "-3.2", "-1.4", None)),
        ("MD 1.2 (-0.3-2.7)", ("mean_difference", "1.2", "-0.3", "2.7", None)),
        ("aOR 0.76 (0.48 to 1.19)", ("odds_ratio", "0.76", "0.48", "1.19", None)),
        ("HR 1.54, P<.001", ("hazard_ratio", "1.54", None, None, "<.001")),
        (
            "SMD -0.34 (-0.41 to -0.28), p < 0.00001",
            ("standardized_mean_difference", "-0.34", "-0.41", "-0.28", "<0.00001"),
        ),
        ("risk difference 6.7% (0.6% to 12.7%), p=0.07", ("risk_difference", "6.7", "0.6", "12.7", "0.07")),
        ("OR 2.0, p = 3 \u00d7 10\u22125", ("odds_ratio", "2.0", None, None, "0.00003")),
    ],
)
def test_other_forms(text: str, expected: tuple[str | None, ...]) -> None:
    read = read_result(text)
    assert (read.measure, read.value, read.low, read.high, read.p) == expected


@pytest.mark.parametrize(
    ("text", "arms", "consistent"),
    [
        ("RR 3.75 (1.41 to 9.99), p = 0.008", ("15/30", "4/30"), True),
        ("RR 3.57 (1.41 to 9.99), p = 0.008", ("15/30", "4/30"), False),
        ("RR 3.75 (1.41 to 9.99), p = 0.008", ("4/30", "15/30"), False),
        ("RR 6.5 (1.82 to 23.21)", ("15/30", "4/30"), False),
        ("RD 36.7% (15.0% to 58.3%)", ("15/30", "4/30"), True),
        ("RD 0.367 (0.150 to 0.583)", ("15/30", "4/30"), True),
        ("MD -0.9 (-1.6 to -0.2), p = 0.01", ("3.1 (1.2)/30", "4.0 (1.5)/30"), True),
        ("MD 0.9 (0.2 to 1.6), p = 0.01", ("3.1 (1.2)/30", "4.0 (1.5)/30"), False),
        ("NNT 3", ("15/30", "4/30"), True),
        ("NNT 7", ("15/30", "4/30"), False),
        ("t(28) = 2.20, p = .036", (), True),
        ("t(28) = 2.20, p = .36", (), False),
        ("F(2, 57) = 4.5, p = .015", (), True),
        ("\u03c7\u00b2(1) = 3.84, p = .05", (), True),
        ("r(48) = .30, p = .30", (), False),
        ("z = 2.20, one-tailed p = .014", (), True),
        ("Q = 12.3, df = 8, p = 0.14, I\u00b2 = 35%", (), True),
        ("Q = 12.3, df = 8, p = 0.14, I\u00b2 = 53%", (), False),
        ("13/35 (34.3%)", (), False),
        ("14% of 30", (), False),
    ],
)
def test_judgement(text: str, arms: tuple[str, ...], consistent: bool) -> None:
    found = verify(text, arms)
    assert found.consistent is consistent, found.sentence
    assert found.checked


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(CannotCompute, match="nothing in"):
        verify("it went well")
    with pytest.raises(CannotCompute, match="is no arm"):
        verify("RR 2.0", ("half", "4/30"))
    with pytest.raises(CannotCompute, match="more events"):
        verify("RR 2.0", ("31/30", "4/30"))


counts = st.tuples(st.integers(5, 95), st.integers(5, 95))


@given(counts, st.sampled_from(["RR", "OR"]), st.integers(2, 3))
def test_a_right_result_is_never_called_inconsistent(events: tuple[int, int], measure: str, decimals: int) -> None:
    table = TwoByTwo(events[0], 100, events[1], 100)
    found = (risk_ratio if measure == "RR" else odds_ratio)(table)
    assert found.p is not None
    p = "<0.001" if found.p < 0.001 else f"= {found.p:.3f}"
    text = f"{measure} {found.estimate:.{decimals}f} ({found.low:.{decimals}f} to {found.high:.{decimals}f}), p {p}"
    assert verify(text, (f"{events[0]}/100", f"{events[1]}/100")).consistent


@given(counts)
def test_exchanged_arms_are_noticed(events: tuple[int, int]) -> None:
    table = TwoByTwo(events[0], 100, events[1], 100)
    ratio = risk_ratio(table).estimate
    if abs(math.log(ratio)) < 0.05:
        return
    assert not verify(f"RR {ratio:.2f}", (f"{events[1]}/100", f"{events[0]}/100")).consistent


@given(
    st.integers(8, 120),
    st.integers(8, 120),
    st.tuples(st.integers(10, 90), st.integers(10, 90)),
    st.tuples(st.integers(8, 30), st.integers(8, 30)),
    st.sampled_from(["Welch", "pooled", "z"]),
)
def test_right_means_are_never_called_inconsistent(
    n_1: int, n_0: int, means: tuple[int, int], spreads: tuple[int, int], method: MeanMethod
) -> None:
    (m_1, m_0), (s_1, s_0) = ((value / 10 for value in pair) for pair in (means, spreads))
    found = mean_difference(TwoMeans(n_1, m_1, s_1, n_0, m_0, s_0), method)
    assert found.p is not None
    p = "<0.001" if found.p < 0.001 else f"= {found.p:.3f}"
    text = f"MD {found.estimate:.1f} (95% CI {found.low:.1f} to {found.high:.1f}), p {p}"
    result = verify(text, (f"{m_1} ({s_1})/{n_1}", f"{m_0} ({s_0})/{n_0}"))
    assert result.consistent, result.sentence


def test_a_p_of_another_test_than_the_interval_is_explained() -> None:
    """The interval is Newcombe's, p that of the odds ratio: both follow from the counts."""
    found = verify("RD -7.7% (95% CI -17.0% to 2.9%), p = 0.151", ("153/211", "77/96"))
    assert found.consistent
    assert any(item.excuse and "test of the arms" in item.excuse for item in found.items)
    assert not verify("RD -7.7% (95% CI -17.0% to 2.9%), p = 0.051", ("153/211", "77/96")).consistent
