"""Figures of a synthesis: the pool itself (M1), heterogeneity (M2), totals (M3), trials counted twice (M4)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from evidence_kb.analysis.checks.figures import decimals_of, rounds_to, span, text, value_of
from evidence_kb.analysis.checks.intervals import as_bound, window
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.pooling import pool_claims
from evidence_kb.analysis.study_identity import is_pooled, people_of, studies_of, study_id
from evidence_kb.analysis.study_results import MEASURES
from evidence_kb.findings import FieldPath
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.contrast import Contrast
from evidence_kb.statistics.distributions import chi2_tail
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.pooling_models import Model
from evidence_kb.statistics.rounding import ClosedInterval, possible_values

MODELS: tuple[Model, ...] = ("MH", "common", "DL", "DL-RevMan", "REML", "PM", "Peto")


def recompute(claim: Claim, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """M1 to M4 for a meta-analysis."""
    if not isinstance(claim, MetaAnalysis):
        return
    yield from _heterogeneity(claim)
    yield from _prediction(claim)
    yield from _totals(claim, kb)
    yield from _pool(claim, kb)


def _heterogeneity(claim: MetaAnalysis) -> Iterator[Recomputed]:
    spread = claim.heterogeneity
    if spread is None:
        return
    df = spread.df if spread.df is not None else claim.studies - 1 if claim.studies else None
    if spread.df is not None and claim.studies is not None:
        yield _df(spread.df, claim.studies)
    q = span(spread.q)
    if df is None or df < 1:
        return
    if q is None:
        yield from _i2_and_p(spread.i2, spread.p, df)
        return
    assert spread.q is not None
    if spread.i2 is not None and span(spread.i2) is not None:
        low, high = (100 * max(0.0, (float(end) - df) / float(end)) if end > 0 else 0.0 for end in (q.low, q.high))
        printed = possible_values(spread.i2)
        fits = printed.meets(ClosedInterval(low, high))
        shown = text((low + high) / 2, decimals_of(spread.i2) + 1)
        yield _item(
            ("heterogeneity", "i2"), "I² from Q", "I² = max(0, (Q − df) / Q)", f"{spread.i2}%", f"{shown}%", fits
        )
    if spread.p is not None:
        found = ClosedInterval(chi2_tail(float(q.high), df), chi2_tail(max(0.0, float(q.low)), df))
        fits = possible_values(Printed(as_bound(spread.p))).meets(found)
        yield _item(("heterogeneity", "p"), "p from Q", "upper tail of χ² with df", str(spread.p), window(found), fits)
    yield from _tau(spread.tau2, q, df)


def _tau(tau2: Printed | None, q: ClosedInterval, df: int) -> Iterator[Recomputed]:
    """A variance between studies above zero needs Q above df, for DerSimonian-Laird; only the sign can be told."""
    value = span(tau2)
    if value is None or tau2 is None or value.low <= 0 or q.high > df:
        return
    note = "other estimators than DerSimonian-Laird's may be above zero here"
    path: FieldPath = ("heterogeneity", "tau2")
    yield Recomputed("M2", path, "τ² from Q", "τ² = 0 where Q ≤ df", str(tau2), "0", "cannot-tell", note)


def _df(df: int, studies: int) -> Recomputed:
    return _item(
        ("heterogeneity", "df"), "degrees of freedom", "df = k − 1", str(df), str(studies - 1), df == studies - 1
    )


def _i2_and_p(i2: Printed | None, p: Printed | None, df: int) -> Iterator[Recomputed]:
    """Without Q: the p that belongs to I² and the degrees of freedom."""
    share = span(i2)
    if share is None or p is None or share.low >= 100:
        return
    low = df / (1 - max(0.0, float(share.low)) / 100) if share.low > 0 else 0.0
    high = df / (1 - min(99.999, float(share.high)) / 100)
    found = ClosedInterval(chi2_tail(high, df), chi2_tail(low, df) if low > 0 else 1.0)
    fits = possible_values(Printed(as_bound(p))).meets(found)
    yield _item(("heterogeneity", "p"), "p from I²", "Q = df / (1 − I²), upper tail of χ²", str(p), window(found), fits)


def _prediction(claim: MetaAnalysis) -> Iterator[Recomputed]:
    wide = claim.prediction_interval
    if wide is None or not claim.contrasts or claim.contrasts[0].interval is None:
        return
    narrow = claim.contrasts[0].interval
    spans = [span(figure) for figure in (wide.low, wide.high, narrow.low, narrow.high)]
    if any(value is None for value in spans):
        return
    low, high, inner_low, inner_high = (value for value in spans if value is not None)
    fits = low.low <= inner_low.high and inner_high.low <= high.high
    yield Recomputed(
        "M2",
        ("prediction_interval",),
        "prediction interval",
        "a prediction interval holds the confidence interval",
        f"{wide.low} to {wide.high}",
        f"not narrower than {narrow.low} to {narrow.high}",
        "agrees" if fits else "differs",
        cause="" if fits else "narrower",
    )


def _totals(claim: MetaAnalysis, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """Studies and people printed against those of the studies known to be inside."""
    studies = [study_id(id, kb) for id in claim.includes]
    twice = sorted(study for study, count in Counter(studies).items() if count > 1)
    for study in twice:
        index = len(studies) - 1 - studies[::-1].index(study)
        yield Recomputed(
            "M4",
            ("includes", index),
            "studies inside",
            "every study once",
            claim.includes[index],
            f"{study} is inside already",
            "differs",
            cause="twice",
        )
    inside = set(studies)
    if claim.studies is not None and inside:
        fits = len(inside) <= claim.studies
        yield _total(("studies",), "studies", claim.studies, f"at least {len(inside)}", fits)
    sizes = [people_of(study, kb) for study in sorted(inside)]
    known = sum(size for size in sizes if size is not None)
    if claim.participants is None or not inside:
        return
    if claim.studies == len(inside) and None not in sizes:
        yield _total(("participants",), "people", claim.participants, f"at most {known}", claim.participants <= known)


def _total(path: FieldPath, what: str, printed: int, found: str, fits: bool) -> Recomputed:
    formula = f"{what} of the pool against the studies inside that stand in this library"
    return Recomputed(
        "M3",
        path,
        f"{what} in the pool",
        formula,
        str(printed),
        found,
        "agrees" if fits else "differs",
        cause="" if fits else "total",
    )


def _item(path: FieldPath, what: str, formula: str, printed: str, found: str, fits: bool) -> Recomputed:
    return Recomputed(
        "M2", path, what, formula, printed, found, "agrees" if fits else "differs", cause="" if fits else "value"
    )


def _pool(claim: MetaAnalysis, kb: KnowledgeBase) -> Iterator[Recomputed]:
    """M1: only where every study inside has one claim on this outcome, time and group with usable figures."""
    if not claim.studies or len({study_id(id, kb) for id in claim.includes}) != claim.studies or claim.studies < 2:
        return
    claims = _claims_inside(claim, kb)
    for index, contrast in enumerate(claim.contrasts):
        if contrast.measure in MEASURES and contrast.value is not None and claims is not None:
            item = _compared(contrast, index, claims, kb)
            if item is not None:
                yield item


def _claims_inside(claim: MetaAnalysis, kb: KnowledgeBase) -> tuple[str, ...] | None:
    """One claim a study; None where a study has none, or several among which nobody can choose."""
    chosen = []
    for study in sorted({study_id(id, kb) for id in claim.includes}):
        fitting = [id for id, other in kb.claims.items() if _fits(claim, other.record, study, kb)]
        if len(fitting) != 1:
            return None
        chosen.append(fitting[0])
    return tuple(chosen)


def _fits(claim: MetaAnalysis, other: Claim, study: str, kb: KnowledgeBase) -> bool:
    if not isinstance(other, Finding) or is_pooled(other) or other.outcome != claim.outcome:
        return False
    times = [finding.timepoint.printed if finding.timepoint else "" for finding in (claim, other)]
    subgroup = other.analysis is not None and other.analysis.subgroup is not None
    return times[0] == times[1] and not subgroup and studies_of(other, kb) == (study,)


def _compared(contrast: Contrast, index: int, claims: tuple[str, ...], kb: KnowledgeBase) -> Recomputed | None:
    printed = contrast.value
    measure = MEASURES[contrast.measure]
    if printed is None or value_of(printed) is None:
        return None
    nearest: tuple[float, str, float] | None = None
    for model in MODELS:
        try:
            found = pool_claims(claims, kb, measure, model)
        except CannotCompute:
            continue
        value = found.estimate * (100 if contrast.unit == "%" else 1)
        if rounds_to(value, printed):
            return _pooled(index, printed, value, found.conventions, True)
        gap = abs(value - float(value_of(printed) or 0.0))
        if nearest is None or gap < nearest[0]:
            nearest = (gap, found.conventions, value)
    return _pooled(index, printed, nearest[2], nearest[1], False) if nearest else None


def _pooled(index: int, printed: Printed, value: float, conventions: str, fits: bool) -> Recomputed:
    decimals = decimals_of(printed)
    return Recomputed(
        "M1",
        ("contrasts", index, "value"),
        "pooled effect from the studies inside",
        conventions,
        str(printed),
        text(value, decimals) if math.isfinite(value) else "no value",
        "agrees" if fits else "differs",
        note="" if fits else "no usual model reproduces it",
        cause="" if fits else "value",
    )
