"""The geometry of the evidence map: a circle a pair, its area for the people, a small point for a gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from evidence_kb.site.figures.scale import px
from evidence_kb.site.words import counted

LEFT, TOP, CELL_W, CELL_H, LARGEST, SIGN = 210.0, 148.0, 58.0, 66.0, 17.0, 9.0


@dataclass(frozen=True, slots=True)
class Bubble:
    """One pair that has evidence; `people` is None where the number was not seen, `mark` stands after the signs."""

    down: int
    across: int
    people: int | None
    symbol: str
    mark: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the four signs of a certainty: a ring, with a cross in it (`plus` is its path) or empty."""

    x: str
    y: str
    plus: str


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle with what stands in and under it."""

    x: str
    y: str
    r: str
    kind: str
    words: str
    words_y: str
    signs: tuple[Sign, ...]
    mark: str
    mark_x: str
    mark_y: str


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
            f"{counted(len(rows), 'treatment')} by {counted(len(columns), 'outcome')}; "
            f"{counted(len(found), 'pair')} with evidence and {len(gaps)} without any in this library. "
            "The area of a circle stands for the number of people."
        ),
        width=px(LEFT + CELL_W * len(columns) + 130),
        height=px(TOP + CELL_H * len(rows) + 6),
        left=px(LEFT - 4),
        right=px(LEFT + CELL_W * len(columns)),
        rows=tuple(
            Label(_cut(text, 32), px(LEFT - 10), px(_y(n) + 4), "", px(_y(n) + CELL_H / 2))
            for n, text in enumerate(rows)
        ),
        columns=tuple(
            Label(_cut(text, 34), px(_x(n)), px(TOP - 8), f"rotate(-38 {px(_x(n))} {px(TOP - 8)})", "")
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
        y=px(y - 12),
        r=px(max(4.0, LARGEST * share)),
        kind="known" if bubble.people is not None else "unknown",
        words=str(bubble.people) if bubble.people is not None else "?",
        words_y=px(y + 15),
        signs=tuple(_sign(sign, x + SIGN * (n - 1.5), y + 25) for n, sign in enumerate(bubble.symbol)),
        mark=bubble.mark,
        mark_x=px(x + SIGN * 2.2),
        mark_y=px(y + 30),
    )


def _sign(sign: str, x: float, y: float) -> Sign:
    cross = f"M{px(x - 2.2)} {px(y)}H{px(x + 2.2)}M{px(x)} {px(y - 2.2)}V{px(y + 2.2)}"
    return Sign(px(x), px(y), cross if sign == "⊕" else "")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
