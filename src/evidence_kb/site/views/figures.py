"""The figures of a claim as printed: its arms, its contrasts, and every other field that it gives."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.amounts import composition_of, compound_words, in_millimoles
from evidence_kb.records.arms import ArmContinuous, ArmProportion, ArmTime
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.study import StudyArm
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.effects import (
    authors_words,
    centre_text,
    interval_words,
    p_words,
    spread_text,
    unit_words,
)
from evidence_kb.site.views.facts import Fact, facts
from evidence_kb.site.views.table import Cell, Column, Row, Table, figure, head, linked, missing, table, text
from evidence_kb.site.words import MEASURES, plain

# What stands elsewhere on the page of a claim.
ELSEWHERE = frozenset(
    {
        "type", "statement", "citation", "citations", "looked_in", "arms", "contrasts", "aliases", "checks", "waivers",
        "not_seen", "not_reported", "ranking", "items", "options", "maximum",
    }
)  # fmt: skip
ABSENT = {"not-seen": "not seen", "not-reported": "not reported"}


@dataclass(frozen=True, slots=True)
class ClaimFigures:
    """What the template of a claim type is given: tables of figures, and all other fields as facts."""

    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]


def claim_figures(claim: Claim, links: Links) -> ClaimFigures:
    """All figures of a claim."""
    tables = (*_arms(claim, links), *_contrasts(claim, links), *_lists(claim, links))
    return ClaimFigures(tables, facts(claim, links, ELSEWHERE))


def _arms(claim: Claim, links: Links) -> tuple[Table, ...]:
    arms: tuple[object, ...] = getattr(claim, "arms", ())
    columns: list[Column | str]
    rows = [row for row in (_arm(arm, _study_arm(claim, links, arm), links) for arm in arms) if row is not None]
    if not rows:
        return ()
    if isinstance(arms[0], ArmProportion):
        columns = ["Arm", Column("Events"), Column("Of"), Column("Percent"), "Interval", "How found"]
    elif isinstance(arms[0], ArmContinuous):
        columns = ["Arm", Column("People"), "Before", "Result", "Spread"]
    else:
        columns = ["Arm", Column("People"), Column("Events"), Column("Median"), "Interval"]
    return (table("Arms as printed", columns, rows),)


def _study_arm(claim: Claim, links: Links, arm: object) -> StudyArm | None:
    id = getattr(arm, "arm", None)
    return next((known for known in links.kb.arms(claim) if known.id == id), None)


def _arm(arm: object, known: StudyArm | None, links: Links) -> Row | None:
    name = known.label if known else plain(getattr(arm, "arm", ""))
    if isinstance(arm, ArmProportion):
        absent = ABSENT.get(arm.result or "", "not seen")
        percent = figure(arm.percent, "%", absent)
        return Row(
            (
                head(Link(name)),
                figure(_count(arm.n_events), absent=absent),
                figure(_count(arm.n), absent=absent),
                percent,
                text(interval_words(arm.interval)),
                text(arm.derivation or ""),
            )
        )
    if isinstance(arm, ArmContinuous):
        absent = ABSENT.get(arm.result or "", "not seen")
        before = centre_text(arm.baseline, arm.baseline_spread)
        result = figure(arm.centre.value) if arm.centre else missing(absent)
        return Row((head(Link(name)), figure(_count(arm.n)), text(before), result, text(spread_text(arm.spread))))
    if isinstance(arm, ArmTime):
        median = figure(arm.median, f" {arm.unit}" if arm.unit else "")
        return Row(
            (
                head(Link(name)),
                figure(_count(arm.n)),
                figure(_count(arm.n_events)),
                median,
                text(interval_words(arm.interval)),
            )
        )
    return None


def _count(number: int | None) -> str | None:
    return None if number is None else str(number)


def arm_name(claim: Claim, links: Links, id: str) -> str:
    """The label of an arm of the claim's study; its id in words where there is none."""
    return next((arm.label for arm in links.kb.arms(claim) if arm.id == id), plain(id))


def _contrasts(claim: Claim, links: Links) -> tuple[Table, ...]:
    if not isinstance(claim, Finding) or not claim.contrasts:
        return ()
    rows = []
    for contrast in claim.contrasts:
        names = f"{arm_name(claim, links, contrast.of)} against {arm_name(claim, links, contrast.versus)}"
        rows.append(
            Row(
                (
                    head(Link(names), note=plain(contrast.kind)),
                    text(MEASURES[contrast.measure]),
                    figure(contrast.value, unit_words(contrast)),
                    text(interval_words(contrast.interval)),
                    text(p_words(contrast)),
                    text(", ".join(contrast.adjusted_for or ())),
                    text(authors_words(contrast)),
                )
            )
        )
    columns: list[Column | str] = [
        "Comparison",
        "Measure",
        Column("Estimate"),
        "Interval",
        "p",
        "Adjusted for",
        "Authors say",
    ]
    return (table("Comparisons as printed", columns, rows),)


def _lists(claim: Claim, links: Links) -> tuple[Table, ...]:
    """Lists of value types that no other table shows: items of a warning, options of a regimen, ranks."""
    found = []
    for key in ("items", "options", "maximum", "ranking"):
        entries = getattr(claim, key, ())
        if entries:
            shown = _list_table(key, entries, links)
            found.append(_with_amounts(claim, shown, links) if key == "options" else shown)
    return tuple(found)


def _with_amounts(claim: Claim, shown: Table, links: Links) -> Table:
    """The ways of giving a treatment, each dose also in millimoles where these can be computed."""
    compound = composition_of(claim.intervention, links.kb) if isinstance(claim, Regimen) else None
    if compound is None or not isinstance(claim, Regimen):
        return shown
    amounts = [in_millimoles(option.dose, compound) for option in claim.options]
    rows = [Row((*row.cells, text(amount))) for row, amount in zip(shown.rows, amounts, strict=True)]
    note = compound_words(compound) if any(amounts) else ""
    return table(CAPTIONS["options"], [*shown.columns, "Amount of substance"], rows, note)


CAPTIONS = {
    "items": "Named items",
    "options": "Ways of giving it",
    "maximum": "Upper limits",
    "ranking": "Ranks as printed",
}


def _list_table(key: str, entries: tuple[object, ...], links: Links) -> Table:
    shown = [facts(entry, links) for entry in entries]  # type: ignore[arg-type]
    columns = tuple(dict.fromkeys(fact.label for row in shown for fact in row))
    rows = []
    for row in shown:
        by_label = {fact.label: fact.values for fact in row}
        cells = [
            text("") if column not in by_label else _cell(by_label[column], place)
            for place, column in enumerate(columns)
        ]
        rows.append(Row(tuple(cells)))
    return table(CAPTIONS[key], columns, rows)


def _cell(values: tuple[Link, ...], place: int) -> Cell:
    return head(*values) if place == 0 else linked(*values)
