"""The geometry of the evidence map: a circle a pair, its area for the people, a small point for a gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from evidence_kb.site.figures.scale import px

LEFT, TOP, CELL_W, CELL_H, LARGEST = 210.0, 130.0, 58.0, 62.0, 17.0


@dataclass(frozen=True, slots=True)
class Bubble:
    """One pair that has evidence; `people` is None where the number was not seen."""

    down: int
    across: int
    people: int | None
    level: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle with what stands in and under it."""

    x: str
    y: str
    r: str
    kind: str
    words: str
    words_y: str
    symbol: str
    symbol_y: str


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a row or a column."""

    text: str
    x: str
    y: str
    turn: str
    line_y: str


@dataclass(frozen=True, slots=True)
class BubbleMap:
    """Everything that the template draws."""

    title: str
    description: str
    width: str
    height: str
    left: str
    right: str
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    circles: tuple[Circle, ...]
    gaps: tuple[tuple[str, str], ...]


def bubbles(rows: Sequence[str], columns: Sequence[str], found: Sequence[Bubble]) -> BubbleMap:
    """The map of some rows and columns; a circle's area stands for the people, cut at the largest."""
    most = max((bubble.people or 0 for bubble in found), default=0)
    taken = {(bubble.down, bubble.across) for bubble in found}
    gaps = [(r, c) for r in range(len(rows)) for c in range(len(columns)) if (r, c) not in taken]
    return BubbleMap(
        title="Evidence map: treatments and outcomes",
        description=(
            f"{len(rows)} treatments by {len(columns)} outcomes; {len(found)} pairs have evidence and {len(gaps)} "
            "have none in this library. The area of a circle stands for the number of people."
        ),
        width=px(LEFT + CELL_W * len(columns) + 110),
        height=px(TOP + CELL_H * len(rows) + 6),
        left=px(LEFT - 4),
        right=px(LEFT + CELL_W * len(columns)),
        rows=tuple(
            Label(_cut(text, 32), px(LEFT - 10), px(_y(n) + 4), "", px(_y(n) + CELL_H / 2))
            for n, text in enumerate(rows)
        ),
        columns=tuple(
            Label(_cut(text, 26), px(_x(n)), px(TOP - 8), f"rotate(-38 {px(_x(n))} {px(TOP - 8)})", "")
            for n, text in enumerate(columns)
        ),
        circles=tuple(_circle(bubble, most) for bubble in found),
        gaps=tuple((px(_x(c)), px(_y(r))) for r, c in gaps),
    )


def _x(column: int) -> float:
    return LEFT + CELL_W * (column + 0.5)


def _y(row: int) -> float:
    return TOP + CELL_H * (row + 0.5)


def _circle(bubble: Bubble, most: int) -> Circle:
    share = sqrt(bubble.people / most) if bubble.people and most else 0.0
    x, y = _x(bubble.across), _y(bubble.down)
    return Circle(
        x=px(x),
        y=px(y - 9),
        r=px(max(4.0, LARGEST * share)),
        kind="known" if bubble.people is not None else "unknown",
        words=str(bubble.people) if bubble.people is not None else "?",
        words_y=px(y + 18),
        symbol=bubble.symbol,
        symbol_y=px(y + 28),
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
