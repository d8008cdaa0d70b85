"""Pooling of study-level claims, marked as computed here and compared with a published pool where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_kb.analysis.overlap import label_of
from evidence_kb.analysis.study_identity import is_pooled, studies_of
from evidence_kb.analysis.study_results import StudyResult, study_result
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.estimates import Measure
from evidence_kb.statistics.pool import pool
from evidence_kb.statistics.pooled_estimate import PooledEstimate
from evidence_kb.statistics.pooling_models import Model, Test
from evidence_kb.statistics.study_data import GenericEffect, Study

NAMES: dict[Measure, str] = {
    "OR": "OR",
    "RR": "RR",
    "RD": "RD",
    "PETO": "Peto OR",
    "MD": "MD",
    "SMD": "SMD",
    "ROM": "ratio of means",
}


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One line of a forest plot: the study's own effect and limits on the measure's scale, weight as a share of 1."""

    claim: str
    label: str
    estimate: float
    low: float
    high: float
    weight: float
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class PooledHere:
    """A pool computed here: never a figure of the literature, and labelled so in `sentence`.

    `conventions` names model, test and treatment of empty cells; `excluded` lists (claim, reason).
    """

    measure: str
    estimate: float
    low: float
    high: float
    p: float
    i_squared: float | None
    tau_squared: float | None
    studies: int
    people: int | None
    rows: tuple[ForestRow, ...]
    sentence: str
    conventions: str
    excluded: tuple[tuple[str, str], ...]
    prediction: tuple[float, float] | None = None


def pool_claims(
    claims: Sequence[str], kb: KnowledgeBase, measure: Measure, model: Model = "DL", test: Test = "z"
) -> PooledHere:
    """Pool claims on single studies. CannotCompute where fewer than two give data, or where a study comes twice."""
    found, excluded = _collect(claims, kb, measure)
    if len(found) < 2:
        reasons = "; ".join(reason for _, reason in excluded)
        raise CannotCompute(f"fewer than two claims can be pooled{': ' + reasons if reasons else ''}")
    return replace(pool_studies(found, measure, model, test), excluded=tuple(excluded))


def pool_studies(found: Sequence[StudyResult], measure: Measure, model: Model = "DL", test: Test = "z") -> PooledHere:
    """Pool studies, from claims or from a table. CannotCompute where there is no right answer."""
    data = _alike([result.data for result in found], measure, model)
    return _described(pool(data, measure, model, test=test), measure, found, ())


def _collect(
    claims: Sequence[str], kb: KnowledgeBase, measure: Measure
) -> tuple[list[StudyResult], list[tuple[str, str]]]:
    found: list[StudyResult] = []
    excluded: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for id in claims:
        claim = kb.claims[id].record
        if not isinstance(claim, Finding) or is_pooled(claim):
            excluded.append((id, f"{id} is no result of a single study"))
            continue
        studies = studies_of(claim, kb) or (claim.citation.source,)
        if studies[0] in seen:
            raise CannotCompute(f"{id} and {seen[studies[0]]} report one study ({studies[0]}): it would count twice")
        try:
            result = study_result(claim, id, measure, kb, _label(claim, kb))
        except CannotCompute as refusal:
            excluded.append((id, refusal.reason))
            continue
        seen[studies[0]] = id
        found.append(result)
    return found, excluded


def _label(claim: Finding, kb: KnowledgeBase) -> str:
    source = kb.sources.get(claim.citation.source)
    return label_of(source.record) if source is not None else claim.citation.source


def _alike(data: list[Study], measure: Measure, model: Model) -> list[Study]:
    """The data as they are where all are of one kind; else every study as an estimate with its standard error."""
    if len({type(study) for study in data}) == 1:
        return data
    if model in ("MH", "Peto"):
        raise CannotCompute(f"{model} needs the counts of every study")
    turned: list[Study] = []
    for study in data:
        if isinstance(study, GenericEffect):
            turned.append(study)
        else:
            alone = pool([study], measure, "common")
            turned.append(GenericEffect(alone.scaled, alone.se, study.label))
    return turned


def _described(
    pooled: PooledEstimate, measure: Measure, found: Sequence[StudyResult], excluded: tuple[tuple[str, str], ...]
) -> PooledHere:
    by_label = {result.data.label: result for result in found}
    rows = tuple(
        ForestRow(
            claim=by_label[row.label].claim if row.label in by_label else "",
            label=row.label,
            estimate=row.estimate,
            low=row.low,
            high=row.high,
            weight=row.share,
            text=f"{row.estimate:.2f} ({row.low:.2f} to {row.high:.2f})",
            origin=by_label[row.label].origin if row.label in by_label else "",
        )
        for row in pooled.studies
    )
    sizes = [result.people for result in found]
    people = sum(size for size in sizes if size is not None) if None not in sizes else None
    spread = pooled.heterogeneity
    return PooledHere(
        measure=measure,
        estimate=pooled.estimate,
        low=pooled.low,
        high=pooled.high,
        p=pooled.p,
        i_squared=spread.i_squared if spread else None,
        tau_squared=spread.tau_squared if spread else None,
        studies=pooled.k,
        people=people,
        rows=rows,
        sentence=pooled_sentence(pooled, people),
        conventions=conventions(pooled),
        excluded=excluded,
        prediction=(pooled.prediction.low, pooled.prediction.high) if pooled.prediction else None,
    )


def pooled_sentence(pooled: PooledEstimate, people: int | None) -> str:
    """`Computed here from 5 studies (295 people): RR 1.20 (95% CI 0.90 to 1.60), p 0.21, I² 34%.`"""
    who = f" ({people} people)" if people is not None else ""
    spread = f", I² {100 * pooled.heterogeneity.i_squared:.0f}%" if pooled.heterogeneity else ""
    name = NAMES.get(pooled.measure, pooled.measure)
    p = "<0.0001" if pooled.p < 0.0001 else f"{pooled.p:.2g}"
    return (
        f"Computed here from {pooled.k} studies{who}: {name} {pooled.estimate:.2f} "
        f"({100 * pooled.level:g}% CI {pooled.low:.2f} to {pooled.high:.2f}), p {p}{spread}."
    )


def conventions(pooled: PooledEstimate) -> str:
    """Model, test and treatment of empty cells in one line."""
    cells = "" if pooled.zero_cells == "not applicable" else f"; empty cells: {pooled.zero_cells}"
    return f"{pooled.model}; test: {pooled.test}{cells}"
