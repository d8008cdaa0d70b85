"""A result as an article prints it (`RR 3.75 (95% CI 1.41 to 9.99), p = 0.008`), read into its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_kb.printed import Printed

_SIGNS = {"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\u00b7": ".", "\u2219": "."}
_SIGNS |= {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2264": "<=", "\u2265": ">=", "\u00d7": "x", "\u03c7": "chi"}
_SIGNS |= {"\u00b2": "2", "\u03a7": "chi", "\u22c5": "."}
_TABLE = str.maketrans(_SIGNS)

_NUM = r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)"
MEASURES: tuple[tuple[str, str], ...] = (
    ("standardized_mean_difference", r"SMD|standardi[sz]ed mean difference|Hedges'? g|Cohen'?s d"),
    ("ratio_of_means", r"ROM|ratio of means"),
    ("peto_odds_ratio", r"Peto (?-i:OR)|Peto odds ratio"),
    ("odds_ratio", r"(?-i:a?OR)|(?:adjusted )?odds ratio"),
    ("risk_ratio", r"a?RR|(?:adjusted )?(?:risk ratio|relative risk)"),
    ("hazard_ratio", r"a?HR|(?:adjusted )?hazard ratio"),
    ("rate_ratio", r"IRR|(?:incidence )?rate ratio"),
    (
        "risk_difference",
        r"A?RD|ARR|(?:absolute )?risk (?:difference|reduction)|absolute difference|difference in proportions",
    ),
    ("mean_difference", r"W?MD|(?:weighted )?mean difference|difference in means|between-group difference|difference"),
    ("nnt", r"NNTB?|number needed to treat"),
    ("nnh", r"NNH|NNTH|number needed to harm"),
)
_BETWEEN = r"[^\d+.<>\[(-]{0,14}"
_UNIT = r"\s*(?P<unit>%|percentage points|points)?"
_ESTIMATE = {
    name: re.compile(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z]){_BETWEEN}(?P<value>{_NUM}){_UNIT}", re.I)
    for name, pattern in MEASURES
}
_KIND = r"CI|CrI|confidence interval|confidence limits|credible interval"
_LEVEL = rf"(?:(?P<level>\d{{2}}(?:\.\d+)?)\s*%\s*)?(?:(?P<kind>{_KIND})[s]?\s*[:=,]?\s*)?"
_INTERVAL = re.compile(
    rf"{_LEVEL}[(\[]?\s*{_LEVEL.replace('level', 'level2').replace('kind', 'kind2')}[(\[]?\s*"
    rf"(?P<low>{_NUM})\s*%?\s*(?P<sep>to|,|;|-|and)\s*(?P<high>{_NUM})\s*%?\s*[)\]]?",
    re.I,
)
_P = re.compile(
    r"(?<![A-Za-z])p\s*(?:-?\s*values?)?\s*(?:for \w+\s*)?(?P<sign><=|>=|=|<|>|of|was)?\s*"
    r"(?P<value>0?\.\d+|\d+(?:\.\d+)?)(?:\s*x\s*10\s*\^?\s*-(?P<power>\d+)|e-(?P<exponent>\d+))?",
    re.I,
)
_ADJUSTED = re.compile(r"\badjusted\b|\baOR\b|\baRR\b|\baHR\b", re.I)
_ONE_SIDED = re.compile(r"one[- ](?:sided|tailed)", re.I)


@dataclass(frozen=True, slots=True)
class Reported:
    """The parts of a printed result; what is missing is None. `unit` is `%` for points, `1` for shares."""

    measure: str | None = None
    value: Printed | None = None
    unit: str | None = None
    low: Printed | None = None
    high: Printed | None = None
    level: Printed | None = None
    credible: bool = False
    p: Printed | None = None
    adjusted: bool = False
    one_sided: bool = False


def plain(text: str) -> str:
    """The text with plain signs: minus, dots, spaces; its words as they are."""
    return re.sub(r"\s+", " ", text.translate(_TABLE)).strip()


def read_result(text: str, measure: str | None = None) -> Reported:
    """Read a printed result. `measure` names the measure where the text does not; unreadable parts are None."""
    words = plain(text)
    p, rest = _read_p(words)
    found, value, unit, at = _read_estimate(rest, measure)
    level, low, high, credible = _read_interval(rest[at:])
    if unit is not None:
        unit = "%"
    elif found == "risk_difference":
        unit = "1" if _is_share(value, low, high) else "%"
    return Reported(
        measure=found,
        value=value,
        unit=unit,
        low=low,
        high=high,
        level=level,
        credible=credible,
        p=p,
        adjusted=_ADJUSTED.search(words) is not None,
        one_sided=_ONE_SIDED.search(words) is not None,
    )


def _is_share(*figures: Printed | None) -> bool:
    numbers = [figure.number for figure in figures if figure is not None]
    return all(number is not None and abs(number.value) <= 1 for number in numbers)


def _read_p(text: str) -> tuple[Printed | None, str]:
    """p and the text without it, so that its digits are taken for nothing else."""
    match = _P.search(text)
    if match is None:
        return None, text
    sign = match["sign"] if match["sign"] in ("<", ">", "<=", ">=") else ""
    digits = match["value"]
    power = match["power"] or match["exponent"]
    if power:
        digits = _shifted(digits, int(power))
    return Printed(f"{sign}{digits}"), text[: match.start()] + " ; " + text[match.end() :]


def _shifted(digits: str, power: int) -> str:
    """`2.5` times ten to the minus `power` as plain digits."""
    whole, _, part = digits.partition(".")
    return f"0.{('0' * (power - len(whole)) + whole + part)[-15:]}" if power >= len(whole) else digits


def _read_estimate(text: str, measure: str | None) -> tuple[str | None, Printed | None, str | None, int]:
    for name, pattern in _ESTIMATE.items():
        match = pattern.search(text)
        if match is not None:
            return name, Printed(match["value"].lstrip("+")), match["unit"], match.end()
    match = re.search(rf"(?<![\w.])({_NUM})\s*(%)?", text) if measure else None
    if match is not None:
        return measure, Printed(match[1].lstrip("+")), match[2], match.end()
    return measure, None, None, 0


def _read_interval(text: str) -> tuple[Printed | None, Printed | None, Printed | None, bool]:
    """Level, limits and whether they are credible; the first pair of numbers after the estimate."""
    for match in _INTERVAL.finditer(text):
        level, kind = match["level"] or match["level2"], match["kind"] or match["kind2"] or ""
        credible = kind.lower().startswith(("cri", "credible"))
        low, high = match["low"].lstrip("+"), match["high"].lstrip("+")
        return Printed(level) if level else None, Printed(low), Printed(high), credible
    return None, None, None, False
