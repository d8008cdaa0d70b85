"""The geometry of the mechanism map: causes on the left, processes on the right, one curve an edge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_kb.site.figures.scale import px
from evidence_kb.site.words import counted

WIDTH, LEFT, RIGHT, TOP = 950.0, 330.0, 630.0, 12.0
STEP, PORT, SIGN = 24.0, 14.0, 26.0
SIGNS = {
    "increases": "+",
    "decreases": "\u2212",
    "abolishes": "\u2212\u2212",
    "no-change-detected": "0",
    "mixed": "\u00b1",
    "takes-part-in": "\u2192",
}


@dataclass(frozen=True, slots=True)
class Edge:
    """One cause, one process, what happens, and in whom it was shown."""

    cause: str
    process: str
    change: str
    rung: str


@dataclass(frozen=True, slots=True)
class Node:
    """A label and its place; a process has a bar as high as its edges need."""

    text: str
    x: str
    y: str
    anchor: str
    dot_x: str
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One edge as a path with its sign at the end."""

    path: str
    rung: str
    sign: str
    sign_x: str
    sign_y: str


@dataclass(frozen=True, slots=True)
class Network:
    """Everything that the template draws."""

    title: str
    description: str
    width: str
    height: str
    causes: tuple[Node, ...]
    processes: tuple[Node, ...]
    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    """The stretch of one side that belongs to a label."""

    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def network(edges: Sequence[Edge]) -> Network:
    """The map of some edges; each side is ordered by the middle of what it is joined to, twice.

    Each edge ends at a place of its own beside its process, with its sign there, so that no two signs meet.
    """
    causes = sorted({edge.cause for edge in edges}, key=str.casefold)
    processes = sorted({edge.process for edge in edges}, key=str.casefold)
    for _ in range(2):
        processes = _ordered(processes, causes, [(edge.process, edge.cause) for edge in edges])
        causes = _ordered(causes, processes, [(edge.cause, edge.process) for edge in edges])
    ends = Counter(edge.process for edge in edges)
    heights = {text: max(STEP, PORT * ends[text] + 8) for text in processes}
    whole = max(sum(heights.values()), STEP * len(causes))
    left = _bands(causes, dict.fromkeys(causes, STEP), whole)
    right = _bands(processes, heights, whole)
    return Network(
        title="Mechanism map: what acts on which process",
        description=(
            f"{counted(len(causes), 'cause')} and {counted(len(processes), 'process', 'processes')} joined by "
            f"{counted(len(edges), 'edge')}; the list below names each."
        ),
        width=px(WIDTH),
        height=px(TOP + whole + 12),
        causes=tuple(_node(text, left[text], LEFT, "end", 0) for text in causes),
        processes=tuple(_node(text, right[text], RIGHT, "start", PORT * ends[text] / 2) for text in processes),
        curves=tuple(_curves(edges, left, right, ends)),
    )


def _ordered(own: list[str], other: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    place = {text: number for number, text in enumerate(other)}
    joined: defaultdict[str, list[int]] = defaultdict(list)
    for mine, theirs in pairs:
        joined[mine].append(place[theirs])
    return sorted(own, key=lambda text: (sum(joined[text]) / len(joined[text]), text.casefold()))


def _bands(texts: list[str], heights: dict[str, float], whole: float) -> dict[str, _Band]:
    spare = (whole - sum(heights.values())) / len(texts)
    top, found = TOP, {}
    for text in texts:
        found[text] = _Band(top, heights[text] + spare)
        top += heights[text] + spare
    return found


def _node(text: str, band: _Band, x: float, anchor: str, reach: float) -> Node:
    shift = -10 if anchor == "end" else 10
    cut = text if len(text) <= 48 else f"{text[:47].rstrip()}…"
    y = band.middle
    return Node(cut, px(x + shift), px(y + 4), anchor, px(x), px(y - max(reach - 2, 3)), px(y + max(reach - 2, 3)))


def _curves(
    edges: Sequence[Edge], left: dict[str, _Band], right: dict[str, _Band], ends: Counter[str]
) -> Iterator[Curve]:
    seen: Counter[str] = Counter()
    for edge in sorted(edges, key=lambda each: (left[each.cause].top, right[each.process].top, each.change, each.rung)):
        own = PORT * (seen[edge.process] - (ends[edge.process] - 1) / 2)
        seen[edge.process] += 1
        yield _curve(edge, left[edge.cause].middle, right[edge.process].middle + own)


def _curve(edge: Edge, y1: float, y2: float) -> Curve:
    end = RIGHT - SIGN
    bend = (end - LEFT) * 0.45
    path = f"M{px(LEFT)} {px(y1)}C{px(LEFT + bend)} {px(y1)} {px(end - bend)} {px(y2)} {px(end)} {px(y2)}"
    return Curve(path, edge.rung, SIGNS[edge.change], px(RIGHT - SIGN / 2), px(y2 + 4))
