"""Published figures and worked examples are met to the last printed digit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from evidence_kb.statistics.difference_of_proportions import risk_difference
from evidence_kb.statistics.grim import feasible_counts
from evidence_kb.statistics.number_needed import number_needed
from evidence_kb.statistics.p_values import is_symmetric, p_from_interval
from evidence_kb.statistics.pool import pool
from evidence_kb.statistics.ratios import risk_ratio
from evidence_kb.statistics.rounding import agreement
from evidence_kb.statistics.study_data import TwoByTwo

PUBLISHED: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("published.yaml").read_text(encoding="utf-8"))


def prints_as(values: list[float], figures: list[str]) -> bool:
    return [agreement(value, figure) for value, figure in zip(values, figures, strict=True)] == ["rounded"] * len(
        figures
    )


@pytest.mark.parametrize("name", PUBLISHED["tables"])
def test_a_published_table_is_recomputed(name: str) -> None:
    case = PUBLISHED["tables"][name]
    table = TwoByTwo(*case["table"])
    ratio = risk_ratio(table)
    assert prints_as([ratio.estimate, ratio.low, ratio.high], case["risk_ratio"])
    wald = risk_difference(table, "Wald")
    assert prints_as([wald.estimate, wald.low, wald.high], case["risk_difference_wald"])
    newcombe = risk_difference(table, "Newcombe")
    assert prints_as([newcombe.estimate, newcombe.low, newcombe.high], case["risk_difference_newcombe"])
    needed = number_needed(wald, events_are="wanted")
    assert {needed.estimate.kind, needed.most_benefit.kind, needed.most_harm.kind} == {"NNTB"}
    assert prints_as([needed.estimate.number, needed.most_benefit.number, needed.most_harm.number], case["nntb"])


@pytest.mark.parametrize("case", PUBLISHED["implied_p"], ids=lambda case: f"{case['estimate']} to {case['high']}")
def test_an_interval_implies_its_p(case: dict[str, Any]) -> None:
    interval = case["estimate"], case["low"], case["high"], case["scale"]
    assert is_symmetric(*interval) is case["symmetric"]
    implied = p_from_interval(*interval)
    if "p" in case:
        assert prints_as([implied.low, implied.high], case["p"])
    if "printed_p" in case:
        assert implied.meets(case["printed_p"])
        assert not implied.meets("0.04")


@pytest.mark.parametrize("case", PUBLISHED["percentages"], ids=lambda case: f"{case['percent']} of {case['n']}")
def test_a_percentage_has_its_counts(case: dict[str, Any]) -> None:
    found = feasible_counts(case["percent"], case["n"])
    assert list(found.counts) == case["counts"]
    assert found.informative


@pytest.mark.parametrize(
    ("name", "result"),
    [(name, result) for name, case in PUBLISHED["pools"].items() for result in case["results"]],
    ids=lambda value: value if isinstance(value, str) else f"{value['measure']} {value['model']}",
)
def test_a_published_pool_is_recomputed(name: str, result: dict[str, Any]) -> None:
    tables = [TwoByTwo(*row) for row in PUBLISHED["pools"][name]["tables"]]
    found = pool(tables, result["measure"], result["model"])
    spread = found.heterogeneity
    assert spread is not None
    computed = {
        "estimate": found.estimate,
        "low": found.low,
        "high": found.high,
        "scaled": found.scaled,
        "se": found.se,
        "tau_squared": spread.tau_squared,
        "i_squared_percent": 100.0 * spread.i_squared,
        "q": spread.q,
    }
    for key, figure in result.items():
        if key not in ("measure", "model"):
            value = computed[key]
            assert value is not None
            assert agreement(value, figure) == "rounded", (key, value, figure)
