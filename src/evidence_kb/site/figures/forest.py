"""The geometry of a forest plot: one line a comparison, diamonds for pooled results, arrows for what leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_kb.site.figures.scale import Axis, axis_for, px

WIDTH, LEFT, RIGHT = 440.0, 12.0, 428.0
TOP, STEP, FOOT = 8.0, 54.0, 46.0
GROUP = 24.0
MANY = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line to draw: its words, and estimate and interval as numbers in the unit of the axis."""

    label: str
    figures: str
    group: str
    value: float
    low: float
    high: float
    pooled: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plot in coordinates: its words, below them its figures, below those the interval."""

    kind: str
    label: str
    figures: str
    text_y: str
    figures_y: str
    null_y: str
    y: str
    x: str
    low: str
    high: str
    square: str
    square_y: str
    null_end: str
    diamond: str
    arrow_low: str
    arrow_high: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading above a group of lines."""

    text: str
    y: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class ForestPlot:
    """Everything that the template draws."""

    id: str
    title: str
    description: str
    width: str
    height: str
    null_x: str
    axis_y: str
    tick_y: str
    label_y: str
    favours_y: str
    left: str
    right: str
    ticks: tuple[Tick, ...]
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    favours_left: str
    favours_right: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a plot."""

    id: str
    title: str
    description: str
    favours_left: str
    favours_right: str


def forest(comparisons: Sequence[Comparison], null: float, logarithmic: bool, words: Words) -> ForestPlot:
    """The plot of comparisons that share a measure; `comparisons` must not be empty and are drawn in their order."""
    inner = [limit for each in comparisons for limit in (each.low, each.value, each.high)]
    axis = axis_for(_without_outliers(inner, comparisons), null, LEFT, RIGHT, logarithmic)
    lines: list[Line] = []
    headings: list[Heading] = []
    y, group = TOP, ""
    for each in comparisons:
        if each.group != group:
            headings.append(Heading(each.group, px(y + 15)))
            y, group = y + GROUP, each.group
        lines.append(_line(each, axis, y))
        y += STEP
    return ForestPlot(
        id=words.id,
        title=words.title,
        description=words.description,
        width=px(WIDTH),
        height=px(y + FOOT),
        null_x=px(axis.at(null)),
        axis_y=px(y + 4),
        tick_y=px(y + 9),
        label_y=px(y + 21),
        favours_y=px(y + 39),
        left=px(LEFT),
        right=px(RIGHT),
        ticks=tuple(Tick(px(axis.at(value)), label) for value, label in axis.ticks()),
        headings=tuple(headings),
        lines=tuple(lines),
        favours_left=words.favours_left,
        favours_right=words.favours_right,
    )


def _without_outliers(inner: list[float], comparisons: Sequence[Comparison]) -> list[float]:
    """All estimates, and all limits but those of intervals far wider than most; arrows stand for what is cut."""
    if len(comparisons) < MANY:
        return inner
    widths = sorted(each.high - each.low for each in comparisons)
    most = 3 * widths[len(widths) // 2]
    kept = [limit for each in comparisons if each.high - each.low <= most for limit in (each.low, each.high)]
    return kept + [each.value for each in comparisons]


def _line(each: Comparison, axis: Axis, y: float) -> Line:
    middle = y + 42
    x, low, high = axis.at(each.value), axis.at(each.low), axis.at(each.high)
    return Line(
        kind="pooled" if each.pooled else "study",
        label=each.label,
        figures=each.figures,
        text_y=px(y + 14),
        figures_y=px(y + 30),
        null_y=px(middle - 8),
        y=px(middle),
        x=px(x),
        low=px(low),
        high=px(high),
        square=px(x - 4),
        square_y=px(middle - 4),
        null_end=px(middle + 11),
        diamond=f"{px(low)},{px(middle)} {px(x)},{px(middle - 6)} {px(high)},{px(middle)} {px(x)},{px(middle + 6)}",
        arrow_low=_arrow(low, middle, -1) if each.low < axis.low else "",
        arrow_high=_arrow(high, middle, 1) if each.high > axis.high else "",
    )


def _arrow(x: float, y: float, way: int) -> str:
    return f"{px(x)},{px(y)} {px(x - 7 * way)},{px(y - 4)} {px(x - 7 * way)},{px(y + 4)}"
