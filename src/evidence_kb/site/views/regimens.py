"""The regimens of a question as one table, doses also in millimoles where these can be computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence_kb.analysis.amounts import composition_of, compound_words, in_millimoles
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.records.dose import RegimenOption
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.claims import card
from evidence_kb.site.views.doses import dose_words, maximum_words
from evidence_kb.site.views.facts import missing_words
from evidence_kb.site.views.table import Row, Table, head, linked, table, text
from evidence_kb.site.words import sentence

COLUMNS = ("Regimen", "Status", "Dose", "In mmol", "Route", "Over", "Every", "Course", "Note")


def regimen_tables(entries: Sequence[Entry[Claim]], links: Links) -> tuple[Table, ...]:
    """All regimens in one table, a row a way of giving; empty where there is none."""
    rows: list[Row] = []
    notes: list[str] = []
    for entry in entries:
        if isinstance(entry.record, Regimen):
            made, note = _rows(entry, entry.record, links)
            rows += made
            notes.append(note)
    if not rows:
        return ()
    return (table("What labels give and studies gave", COLUMNS, rows, " ".join(dict.fromkeys(filter(None, notes)))),)


def _rows(entry: Entry[Claim], regimen: Regimen, links: Links) -> tuple[list[Row], str]:
    compound = composition_of(regimen.intervention, links.kb)
    short = card(entry, links)
    name = Link(short.source.text, short.claim.href)
    about = ", ".join(filter(None, (short.design, short.people, f"read: {short.read}")))
    rows, told = [], False
    for option in regimen.options:
        amount = in_millimoles(option.dose, compound) if compound else ""
        told = told or bool(amount)
        cells = (
            head(name, note=about),
            text(", ".join(filter(None, (sentence(regimen.status), regimen.jurisdiction)))),
            text(dose_words(option.dose)),
            text(amount),
            linked(links.term("routes", option.route)),
            text(option.over or ""),
            text(option.every or ""),
            text(option.course or ""),
            text("; ".join(_notes(regimen, option))),
        )
        rows.append(Row(cells))
    return rows, compound_words(compound) if compound and told else ""


def _notes(regimen: Regimen, option: RegimenOption) -> Iterator[str]:
    if option.note:
        yield option.note
    yield from (maximum_words(limit) for limit in regimen.maximum)
    if regimen.not_seen:
        yield f"not seen: {', '.join(missing_words(part.removeprefix('options.')) for part in regimen.not_seen)}"
