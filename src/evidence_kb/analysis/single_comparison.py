"""The effect of one 2x2 table by every usual measure and method, as numbers and as a sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass

from evidence_kb.analysis.checks.candidate_intervals import candidates
from evidence_kb.analysis.checks.figures import p_value_text, text
from evidence_kb.statistics.chi_squared import chi_squared
from evidence_kb.statistics.difference_of_proportions import risk_difference
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.exact import fisher
from evidence_kb.statistics.number_needed import NumberNeeded, Wanted, number_needed
from evidence_kb.statistics.ratios import odds_ratio, risk_ratio
from evidence_kb.statistics.study_data import TwoByTwo

SHORT = {"risk_ratio": "RR", "odds_ratio": "OR", "risk_difference": "RD"}


@dataclass(frozen=True, slots=True)
class Line:
    """One interval: measure, method, estimate and limits; a risk difference in points of percent."""

    measure: str
    method: str
    estimate: float
    low: float
    high: float

    @property
    def text(self) -> str:
        """`RR 3.75 (1.41 to 9.99), Wald on the logarithm (Katz)`."""
        decimals = 1 if self.measure == "RD" else 2
        unit = " points" if self.measure == "RD" else ""
        limits = f"{text(self.low, decimals)} to {text(self.high, decimals)}"
        return f"{self.measure} {text(self.estimate, decimals)}{unit} ({limits}), {self.method}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that follows from one table; `refused` says why a measure is missing."""

    table: TwoByTwo
    level: float
    lines: tuple[Line, ...]
    needed: NumberNeeded
    needed_text: str
    p_values: tuple[tuple[str, float], ...]
    refused: tuple[str, ...]
    sentence: str


def compare(table: TwoByTwo, events_are: Wanted = "wanted", level: float = 0.95) -> Comparison:
    """RR, OR and RD with the intervals of every method, NNT, and p by chi-squared and Fisher."""
    lines, refused = [], []
    for measure in ("risk_ratio", "odds_ratio", "risk_difference"):
        found = list(_lines(measure, table, level))
        lines.extend(found)
        if not found:
            refused.append(f"{SHORT[measure]}: {_why(measure, table)}")
    needed = _needed(table, events_are, level)
    p_values = tuple(_p_values(table))
    return Comparison(
        table=table,
        level=level,
        lines=tuple(lines),
        needed=needed,
        needed_text=needed_text(needed),
        p_values=p_values,
        refused=tuple(refused),
        sentence=_sentence(table, lines, needed, p_values, level),
    )


def _needed(table: TwoByTwo, events_are: Wanted, level: float) -> NumberNeeded:
    """From Wald's interval of the risk difference, which is shown first; from Newcombe's where that has no width."""
    try:
        return number_needed(risk_difference(table, "Wald", level), events_are)
    except CannotCompute:
        return number_needed(risk_difference(table, "Newcombe", level), events_are)


def _lines(measure: str, table: TwoByTwo, level: float) -> list[Line]:
    factor = 100.0 if measure == "risk_difference" else 1.0
    try:
        estimate = _estimate(measure, table, level)
    except CannotCompute:
        return []
    return [
        Line(SHORT[measure], one.name, factor * estimate, factor * one.low, factor * one.high)
        for one in candidates(measure, table, level)
    ]


def _estimate(measure: str, table: TwoByTwo, level: float) -> float:
    if measure == "risk_difference":
        return table.events_1 / table.n_1 - table.events_0 / table.n_0
    convention = "half-where-zero"
    compute = risk_ratio if measure == "risk_ratio" else odds_ratio
    return compute(table, level, convention).estimate  # type: ignore[arg-type]


def _why(measure: str, table: TwoByTwo) -> str:
    try:
        _estimate(measure, table, 0.95)
    except CannotCompute as refusal:
        return refusal.reason
    return "no interval"


def _p_values(table: TwoByTwo) -> list[tuple[str, float]]:
    tests = chi_squared(table)
    if tests is None:
        return []
    found = [("chi-squared", tests.plain), ("chi-squared with Yates' correction", tests.corrected)]
    try:
        exact = fisher(table).p
    except CannotCompute:
        return found
    return [*found, ("Fisher's exact test", exact)] if exact is not None else found


def needed_text(needed: NumberNeeded) -> str:
    """`NNTB 2.7 (1.7 to 6.7)`, or through infinity where the interval holds no difference."""
    head = f"{needed.estimate.kind} {text(needed.estimate.number, 1)}"
    benefit, harm = needed.most_benefit, needed.most_harm
    if needed.through_infinity:
        best, worst = text(benefit.number, 1), text(harm.number, 1)
        return f"{head} ({benefit.kind} {best} to infinity to {harm.kind} {worst})"
    ends = sorted((benefit.number, harm.number))
    return f"{head} ({text(ends[0], 1)} to {text(ends[1], 1) if math.isfinite(ends[1]) else 'infinity'})"


def _sentence(
    table: TwoByTwo, lines: list[Line], needed: NumberNeeded, p_values: tuple[tuple[str, float], ...], level: float
) -> str:
    first, second = (f"{e:g} of {n:g} ({100 * e / n:.1f}%)" for e, n in _arms(table))
    parts = [
        next((line.text.rpartition(", ")[0] for line in lines if line.measure == name), "") for name in SHORT.values()
    ]
    p = next((f", p {_p(value)} by {name}" for name, value in p_values[-1:]), "")
    shown = "; ".join(part for part in parts if part)
    return f"{first} against {second}: {shown}; {needed_text(needed)}{p} ({100 * level:g}% intervals)."


def _arms(table: TwoByTwo) -> tuple[tuple[float, float], tuple[float, float]]:
    return (table.events_1, table.n_1), (table.events_0, table.n_0)


def _p(value: float) -> str:
    shown = p_value_text(value)
    return shown if shown.startswith("<") else f"= {shown}"
