"""A row of the Summary of Findings as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.absolute_effects import AbsoluteEffect, Refused
from evidence_kb.analysis.summary_of_findings import Row
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.certainty import CertaintyView, certainty_view
from evidence_kb.site.words import KINDS, counted, sentence


@dataclass(frozen=True, slots=True)
class SofRow:
    """One outcome: without and with per 1,000 where that is allowed (else the reason), effect, people, certainty."""

    anchor: str
    name: str
    kind: str
    when: str
    importance: str
    without: str
    with_it: str
    difference: str
    refused: str
    relative: str
    result: str
    estimate: Link
    evidence: str
    synthesis: str
    certainty: CertaintyView
    bearing: str
    told: bool
    means: str
    effect: str
    rates: tuple[Link, ...]
    empty: bool


def sof_row(row: Row, links: Links, *, told: bool = False) -> SofRow:
    """The row with its links; `told` leaves out the curator's words, because the page has shown them above."""
    absolute = row.absolute
    effect = absolute if isinstance(absolute, AbsoluteEffect) else None
    return SofRow(
        anchor=anchor(row),
        name=row.label,
        kind=row.kind,
        when=", ".join(part for part in (row.timepoint, row.subgroup) if part),
        importance=sentence(row.importance),
        without=effect.baseline_text if effect else "",
        with_it=effect.with_text if effect else "",
        difference=effect.difference_text if effect else "",
        refused=absolute.reason if isinstance(absolute, Refused) else "",
        relative=row.relative,
        result=row.result.words if row.result else "",
        estimate=links.claim(row.estimate, "the claim behind it") if row.estimate else Link(""),
        evidence=_evidence(row),
        synthesis=row.synthesis if row.claims else "",
        certainty=certainty_view(row.grading),
        bearing=row.bearing,
        told=told,
        means=_means(row, "" if told else row.summary),
        effect=KINDS[row.kind],
        rates=tuple(links.claim(rates.claim, rates.text) for rates in row.rates),
        empty=effect is None and not row.relative,
    )


def _evidence(row: Row) -> str:
    """Studies and people behind what was rated; what is context only is counted as claims."""
    if any(role != "context" for _, role in row.claims):
        return row.evidence.text
    return f"{counted(len(row.claims), 'claim')} as context, none rated" if row.claims else "no claim of this library"


def _means(row: Row, summary: str) -> str:
    """The derived sentence and the curator's words; unrated rows need the sentence only without them."""
    parts = [row.sentence] if row.grading.level is not None or not summary else []
    return " ".join([*parts, *([summary] if summary else [])])


def anchor(row: Row) -> str:
    """The anchor of a row on the page of its question."""
    return f"outcome-{row.index + 1}"
