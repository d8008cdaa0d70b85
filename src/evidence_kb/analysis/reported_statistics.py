"""Test statistics, shares and heterogeneity as articles print them, recomputed (S4, P1, P2, M2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.analysis.checks.figures import p_value_text, span, text
from evidence_kb.analysis.checks.intervals import as_bound
from evidence_kb.analysis.integrity import Recomputed, Verdict
from evidence_kb.analysis.reported_result import plain, read_result
from evidence_kb.printed import Printed
from evidence_kb.statistics.distributions import t_two_sided_p
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.grim import feasible_counts
from evidence_kb.statistics.p_values import p_from_statistic
from evidence_kb.statistics.rounding import ClosedInterval, possible_values

_NUM = r"-?(?:\d+(?:\.\d+)?|\.\d+)"
_T = re.compile(rf"(?<![A-Za-z])(?P<kind>t|r)\s*\(\s*(?P<df>\d+(?:\.\d+)?)\s*\)\s*=\s*(?P<value>{_NUM})")
_F = re.compile(
    rf"(?<![A-Za-z])F\s*\(\s*(?P<df1>\d+(?:\.\d+)?)\s*[,;]\s*(?P<df2>\d+(?:\.\d+)?)\s*\)\s*=\s*(?P<value>{_NUM})"
)
_CHI = re.compile(
    rf"(?:chi\s*-?\s*\^?2?|chi-?squared?|X\^?2)\s*(?:\(\s*(?P<df>\d+)\s*(?:,[^)]*)?\))?\s*=?\s*(?P<value>{_NUM})", re.I
)
_Z = re.compile(rf"(?<![A-Za-z])z\s*=\s*(?P<value>{_NUM})", re.I)
_Q = re.compile(rf"(?<![A-Za-z])Q\s*(?:\(\s*(?P<df>\d+)\s*\))?\s*=\s*(?P<value>{_NUM})")
_DF = re.compile(r"\bdf\s*=\s*(\d+)")
_I2 = re.compile(r"(?<![A-Za-z])I\s*\^?2\s*=?\s*(?P<value>\d+(?:\.\d+)?)\s*%")
_SHARE = re.compile(
    r"(?P<events>\d+)\s*(?:/|of|out of)\s*(?:the |all )?(?P<n>\d+)[^\d(]{0,24}\(?\s*(?P<percent>\d+(?:\.\d+)?)\s*%"
)
_SHARE_BEFORE = re.compile(r"(?P<percent>\d+(?:\.\d+)?)\s*%\s*[(\[]\s*(?P<events>\d+)\s*(?:/|of)\s*(?P<n>\d+)\s*[)\]]")
_SHARE_ALONE = re.compile(r"(?P<percent>\d+(?:\.\d+)?)\s*%\s*of\s*(?:the |all )?(?P<n>\d+)\b")


def statistics_of(sentence: str) -> Iterator[Recomputed]:
    """Every test statistic, share and heterogeneity of a sentence, recomputed."""
    words = plain(sentence)
    reported = read_result(words)
    if reported.p is not None:
        yield from _test(words, reported.p, reported.one_sided)
    yield from _heterogeneity(words)
    yield from _shares(words)


def _test(words: str, p: Printed, one_sided: bool) -> Iterator[Recomputed]:
    if match := _T.search(words):
        if match["kind"] == "r":
            yield from _correlation(match["value"], float(match["df"]), p)
        else:
            yield from _statistic("t", match["value"], p, float(match["df"]), None, one_sided)
    elif match := _F.search(words):
        yield from _statistic("F", match["value"], p, float(match["df1"]), float(match["df2"]), False)
    elif match := _Q.search(words):
        df = match["df"] or (found[1] if (found := _DF.search(words)) else None)
        if df:
            yield from _statistic("chi2", match["value"], p, float(df), None, False)
    elif (match := _CHI.search(words)) and (match["df"] or _DF.search(words)):
        df = match["df"] or _DF.search(words)[1]  # type: ignore[index]
        yield from _statistic("chi2", match["value"], p, float(df), None, False)
    elif match := _Z.search(words):
        yield from _statistic("z", match["value"], p, None, None, one_sided)


def _statistic(
    kind: str, value: str, p: Printed, df1: float | None, df2: float | None, one_sided: bool
) -> Iterator[Recomputed]:
    try:
        implied = p_from_statistic(kind, value, df1, df2, one_sided)  # type: ignore[arg-type]
    except CannotCompute:
        return
    yield _p_item(f"p from {kind}", f"{implied.method}", p, ClosedInterval(implied.low, implied.high))


def _correlation(value: str, df: float, p: Printed) -> Iterator[Recomputed]:
    """p of a correlation by t = r sqrt(df / (1 - r^2))."""
    sizes = span(value)
    if sizes is None:
        return
    ends = [min(0.9999999, abs(float(end))) for end in (sizes.low, sizes.high)]
    values = [t_two_sided_p(r * (df / (1 - r * r)) ** 0.5, df) for r in ends]
    yield _p_item("p from r", "t = r √(df / (1 − r²)), two-sided", p, ClosedInterval(min(values), max(values)))


def _p_item(what: str, formula: str, p: Printed, found: ClosedInterval) -> Recomputed:
    fits = possible_values(Printed(as_bound(p))).meets(found)
    low, high = p_value_text(float(found.low)), p_value_text(float(found.high))
    shown = low if low == high else f"{low} to {high}"
    return Recomputed(
        "S4", ("p",), what, formula, str(p), shown, "agrees" if fits else "differs", cause="" if fits else "p"
    )


def _heterogeneity(words: str) -> Iterator[Recomputed]:
    q, share, df_text = _Q.search(words) or _CHI.search(words), _I2.search(words), _DF.search(words)
    df = (q["df"] if q is not None else None) or (df_text[1] if df_text else None)
    if share is None or df is None or int(df) < 1:
        return
    printed = possible_values(share["value"])
    if q is not None:
        values = span(q["value"])
        if values is None or values.low <= 0:
            return
        low, high = (100 * max(0.0, (float(end) - int(df)) / float(end)) for end in (values.low, values.high))
        fits = printed.meets(ClosedInterval(low, high))
        shown = f"{text((low + high) / 2, 1)}%"
        verdict: Verdict = "agrees" if fits else "differs"
        yield Recomputed(
            "M2",
            ("i2",),
            "I² from Q",
            "I² = max(0, (Q − df) / Q)",
            f"{share['value']}%",
            shown,
            verdict,
        )


def _shares(words: str) -> Iterator[Recomputed]:
    seen: set[tuple[str, str]] = set()
    for pattern in (_SHARE_BEFORE, _SHARE):
        for match in pattern.finditer(words):
            if (match["events"], match["n"]) not in seen and int(match["n"]):
                seen.add((match["events"], match["n"]))
                yield _share(match["events"], match["n"], match["percent"])
    for match in () if seen else _SHARE_ALONE.finditer(words):
        possible = feasible_counts(match["percent"], int(match["n"])) if int(match["n"]) else None
        if possible is not None and possible.informative:
            shown = f"{possible.counts[0]} of {match['n']}" if possible.possible else "no count"
            verdict: Verdict = "agrees" if possible.possible else "differs"
            what, formula = f"percentage of {match['n']}", "counts k with 100 × k / n that rounds to the figure (GRIM)"
            yield Recomputed("P2", ("percent",), what, formula, f"{match['percent']}%", shown, verdict)


def _share(events: str, n: str, percent: str) -> Recomputed:
    found = feasible_counts(percent, int(n))
    fits = int(events) in found.counts
    note = "cut off, not rounded" if not fits and int(events) in found.if_truncated else ""
    exact = f"{100 * int(events) / int(n):.2f}%"
    verdict: Verdict = "agrees" if fits else "differs"
    cause = "" if fits else "truncated" if note else "percent"
    what = f"{events} of {n}"
    return Recomputed("P1", ("percent",), what, "100 × events / n", f"{percent}%", exact, verdict, note, None, cause)
