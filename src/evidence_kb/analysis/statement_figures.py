"""Figures of a statement by their form (16 of 18, p, intervals, signs) against those of the claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from evidence_kb.analysis.number_words import normalised
from evidence_kb.printed import Printed, PrintedNumber
from evidence_kb.records.arms import ArmProportion, Spread
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.contrast import Contrast, Interval
from evidence_kb.records.model import Model
from evidence_kb.records.walk import walk

_PAIR = re.compile(r"\b(\d+) of (?:the |all )?(\d+)\b")
_PERCENT = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s?%(?! CI| CrI| confidence)")
_P = re.compile(r"\bp\s*(?:=|of|was)?\s*([<>]=?)?\s*(0?\.\d+)", re.I)
_INTERVAL = re.compile(r"(?:CI|CrI|interval),?:?\s*\(?\[?(-?\d*\.?\d+)%?\s*(?:to|,|;|-)\s*(-?\d*\.?\d+)")
_SIGNED = re.compile(r"(?<![\w.)%-])(?<!\d )(-)(\d+(?:\.\d+)?)")
_RISE = re.compile(r"\b(?:ros|rise|increas|gain|grew|worse|higher|up by|more)", re.I)
CHANGES = frozenset({"change", "percent-change"})
LEVELS = frozenset({"end", "level", "reduction", "percent-reduction"})


def misfits(claim: Finding) -> tuple[str, ...]:
    """Figures of the statement that have no counterpart of the same form in the claim, as they are written there."""
    text = normalised(claim.statement)
    found = [*_pairs(claim, text), *_percents(claim, text), *_ps(claim, text), *_intervals(claim, text)]
    return tuple(dict.fromkeys([*found, *_signs(claim, text)]))


def _pairs(claim: Finding, text: str) -> Iterator[str]:
    if not isinstance(claim, ResponseRate):
        return
    known = {(arm.n_events, arm.n) for arm in claim.arms}
    complete = {pair for pair in known if None not in pair}
    if not complete:
        return
    subgroups = {(condition.n, arm.n) for condition in claim.conditions for arm in claim.arms}
    for match in _PAIR.finditer(text):
        if (int(match[1]), int(match[2])) not in known | subgroups:
            yield match[0]


def _percents(claim: Finding, text: str) -> Iterator[str]:
    """A percentage that the statement gives more often than the claim's figures hold it."""
    own: Counter[Fraction] = Counter()
    for node in walk(claim):
        if isinstance(node.value, ArmProportion) and node.value.percent is not None:
            number = node.value.percent.number
            if number is not None:
                own[number.value] += 1
    told = Counter(Fraction(match[1]) for match in _PERCENT.finditer(text))
    if isinstance(claim, ResponseRate) and all(arm.percent is not None for arm in claim.arms):
        for value, times in told.items():
            if 1 <= own[value] < times:
                yield f"{float(value):g}%"


def _ps(claim: Finding, text: str) -> Iterator[str]:
    """p of the statement against every p of the claim, with its sign of comparison."""
    own = {(number.bound, number.value) for number in _numbers(_own_p(claim))}
    if not own:
        return
    for match in _P.finditer(text):
        bound = match[1] or "="
        if (bound, Fraction(f"0{match[2]}" if match[2].startswith(".") else match[2])) not in own:
            yield match[0]


def _own_p(claim: Finding) -> Iterator[Printed]:
    for node in walk(claim):
        for name, value in node.value.parts() if isinstance(node.value, Model) else ():
            if name in ("p", "interaction_p") and isinstance(value, Printed):
                yield value


def _numbers(figures: Iterator[Printed]) -> Iterator[PrintedNumber]:
    for figure in figures:
        number = figure.number
        if number is not None:
            yield number


def _intervals(claim: Finding, text: str) -> Iterator[str]:
    """Limits of the statement against every interval of the claim; shares may be told in points, falls without sign."""
    own: set[tuple[Fraction, Fraction]] = set()
    for node in walk(claim):
        if isinstance(node.value, Interval | Spread) and node.value.low is not None and node.value.high is not None:
            lower, upper = Printed(node.value.low).number, Printed(node.value.high).number
            if lower is not None and upper is not None:
                own |= _forms(lower.value, upper.value)
    for match in _INTERVAL.finditer(text):
        low, high = (Fraction(part if not part.startswith(".") else f"0{part}") for part in match.groups())
        if own and (low, high) not in own:
            yield f"{match[1]} to {match[2]}"


def _forms(low: Fraction, high: Fraction) -> set[tuple[Fraction, Fraction]]:
    plain = {(low, high), (100 * low, 100 * high)}
    return plain | {(-b, -a) for a, b in plain}


def _signs(claim: Finding, text: str) -> Iterator[str]:
    """Figures with a minus in the statement and without one in the claim, and levels that are negative only there."""
    own = set(_signed(claim))
    for match in _SIGNED.finditer(text):
        value = Fraction(match[2])
        if value in own and -value not in own:
            yield match[0]
    if isinstance(claim, Continuous) and claim.quantity in LEVELS:
        centres = [centre.value.number for arm in claim.arms for centre in (arm.centre, arm.baseline) if centre]
        for number in centres:
            if number is not None and number.value < 0 and f"-{-float(number.value):g}" not in text:
                yield f"{-float(number.value):g} without a sign"
    if isinstance(claim, Continuous) and claim.quantity in CHANGES:
        yield from _mixed_changes(claim, text)


def _mixed_changes(claim: Continuous, text: str) -> Iterator[str]:
    """A rise among falls, in a statement that speaks of no rise."""
    numbers = [arm.centre.value.number for arm in claim.arms if arm.centre is not None]
    values = [number.value for number in numbers if number is not None]
    if _RISE.search(text) is None and any(value < 0 for value in values):
        yield from (f"{float(value):g} as a fall" for value in values if value > 0)


def _signed(claim: Finding) -> Iterator[Fraction]:
    for node in walk(claim):
        if not isinstance(node.value, Model) or isinstance(node.value, Spread):
            continue
        for _, value in node.value.parts():
            number = value.number if isinstance(value, Printed) else None
            if number is not None:
                yield number.value
                if isinstance(node.value, Contrast | Interval):
                    yield number.value * 100
