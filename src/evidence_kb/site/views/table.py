"""A table as it is shown: figures aligned on the point, missing ones named, a label for each cell on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_kb.analysis.effect_measures import shown
from evidence_kb.printed import parse
from evidence_kb.site.addresses import Link


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `kind` is text, figure, head or missing. A figure is cut at its point."""

    kind: str
    links: tuple[Link, ...] = ()
    whole: str = ""
    fraction: str = ""
    places: str = "0"
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `mark` names its kind for the style sheet."""

    cells: tuple[Cell, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and whether it holds figures."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


def text(value: str, note: str = "") -> Cell:
    """A cell of words; `not seen` and its like are marked as missing."""
    return Cell("text", (Link(value),), note=note)


def head(*links: Link, note: str = "") -> Cell:
    """The cell that names its row."""
    return Cell("head", links, note=note)


def linked(*links: Link, note: str = "") -> Cell:
    """A cell of links."""
    return Cell("text", links, note=note)


def missing(why: str) -> Cell:
    """A cell for what is not there, with the reason."""
    return Cell("missing", (Link(why),))


def figure(printed: str | None, unit: str = "", absent: str = "not seen") -> Cell:
    """A printed figure, cut at its point; `absent` stands where there is none."""
    if printed is None or printed == "":
        return missing(absent)
    if parse(printed) is None:
        return text(f"{printed}{unit}")
    whole, point, decimals = shown(printed).partition(".")
    return Cell("figure", whole=whole, fraction=f"{point}{decimals}{unit}")


def table(caption: str, columns: Sequence[Column | str], rows: Sequence[Row], note: str = "") -> Table:
    """A table whose columns without content are left out and whose figures share one point per column."""
    heads = [Column(column) if isinstance(column, str) else column for column in columns]
    kept = [i for i, _ in enumerate(heads) if any(_says(row.cells[i]) for row in rows)]
    widths = {i: max((len(row.cells[i].fraction) for row in rows), default=0) for i in kept}
    return Table(
        caption,
        tuple(
            replace(heads[i], kind="figure" if any(r.cells[i].kind == "figure" for r in rows) else "text") for i in kept
        ),
        tuple(
            Row(tuple(replace(row.cells[i], label=heads[i].text, places=str(widths[i])) for i in kept), row.mark)
            for row in rows
        ),
        note,
    )


def _says(cell: Cell) -> bool:
    return cell.kind == "figure" or bool(cell.note) or any(link.text for link in cell.links)
