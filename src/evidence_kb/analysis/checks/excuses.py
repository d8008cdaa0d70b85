"""Fields of a record that explain why a printed figure need not be the recomputed one."""

from __future__ import annotations

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.source import Source

MODELLED = frozenset({"modelled", "averaged", "imputed"})
COMBINED = frozenset({"pooled-analysis", "meta-analysis", "network-meta-analysis"})
SEVERAL_TESTS = frozenset({"adjusted", "hierarchical"})


def source_of(claim: Finding, kb: KnowledgeBase) -> Source | None:
    """The source that a finding cites."""
    entry = kb.sources.get(claim.citation.source)
    return entry.record if entry is not None else None


def modelled(claim: Finding) -> str | None:
    """`analysis.estimate`, where percentages or means come out of a model."""
    estimate = claim.analysis.estimate if claim.analysis else None
    return f"analysis.estimate: {estimate}" if estimate in MODELLED else None


def adjusted(contrast: Contrast, index: int) -> str | None:
    """`adjusted_for`, where the printed estimate is an adjusted one."""
    if contrast.adjusted_for:
        return f"contrasts.{index}.adjusted_for: {', '.join(contrast.adjusted_for)}"
    return None


def not_crude(claim: Finding, contrast: Contrast, kb: KnowledgeBase) -> str | None:
    """Why an estimate is not that of one table: pooled over studies, paired periods, clusters."""
    source = source_of(claim, kb)
    if source is not None and (source.design in COMBINED or source.post_hoc_of):
        return f"{claim.citation.source} combines studies ({source.design})"
    structure = source.study.structure if source is not None and source.study is not None else None
    if structure in ("crossover", "cluster") or contrast.kind == "between-periods":
        return f"study.structure: {structure or 'between periods'}"
    if claim.analysis is not None and claim.analysis.clusters is not None:
        return "analysis.clusters: several units belong to one person"
    return None


def of_interval(contrast: Contrast, index: int) -> str | None:
    """Why an interval may be of another shape: a named method, a credible interval, one side."""
    interval = contrast.interval
    if interval is None:
        return None
    where = f"contrasts.{index}.interval"
    if interval.method:
        return f"{where}.method: {interval.method}"
    if interval.kind == "credible":
        return f"{where}.kind: credible"
    if interval.sides in ("lower", "upper"):
        return f"{where}.sides: {interval.sides}"
    return None


def of_p(claim: Finding, contrast: Contrast, index: int) -> str | None:
    """Why p may come from another test than the interval."""
    analysis = claim.analysis
    if analysis is not None and analysis.multiplicity in SEVERAL_TESTS:
        return f"analysis.multiplicity: {analysis.multiplicity}"
    if analysis is not None and analysis.framework in ("non-inferiority", "equivalence"):
        return f"analysis.framework: {analysis.framework}"
    covered = contrast.p_covers
    if covered is not None and not set(covered) <= {contrast.of, contrast.versus}:
        return f"contrasts.{index}.p_covers: {', '.join(covered)}"
    return None
