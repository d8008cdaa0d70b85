"""The geometry of the mechanism map: causes on the left, processes on the right, one curve an edge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_kb.site.figures.scale import px

WIDTH, LEFT, RIGHT, TOP, STEP = 860.0, 290.0, 570.0, 24.0, 24.0
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
    """A label and its place."""

    text: str
    x: str
    y: str
    anchor: str
    dot_x: str
    dot_y: str


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


def network(edges: Sequence[Edge]) -> Network:
    """The map of some edges; each side is ordered by the middle of what it is joined to, twice."""
    causes = sorted({edge.cause for edge in edges}, key=str.casefold)
    processes = sorted({edge.process for edge in edges}, key=str.casefold)
    for _ in range(2):
        processes = _ordered(processes, causes, [(edge.process, edge.cause) for edge in edges])
        causes = _ordered(causes, processes, [(edge.cause, edge.process) for edge in edges])
    longest = max(len(causes), len(processes))
    left = _places(causes, longest)
    right = _places(processes, longest)
    seen: defaultdict[str, int] = defaultdict(int)
    curves = []
    for edge in sorted(edges, key=lambda each: (left[each.cause], right[each.process], each.change, each.rung)):
        curves.append(_curve(edge, left[edge.cause], right[edge.process], seen[edge.process]))
        seen[edge.process] += 1
    return Network(
        title="Mechanism map: what acts on which process",
        description=(
            f"{len(causes)} causes and {len(processes)} processes joined by {len(edges)} edges; "
            "the list below names each."
        ),
        width=px(WIDTH),
        height=px(TOP + STEP * longest + 8),
        causes=tuple(_node(text, left[text], LEFT, "end") for text in causes),
        processes=tuple(_node(text, right[text], RIGHT, "start") for text in processes),
        curves=tuple(curves),
    )


def _ordered(own: list[str], other: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    place = {text: number for number, text in enumerate(other)}
    joined: defaultdict[str, list[int]] = defaultdict(list)
    for mine, theirs in pairs:
        joined[mine].append(place[theirs])
    return sorted(own, key=lambda text: (sum(joined[text]) / len(joined[text]), text.casefold()))


def _places(texts: list[str], longest: int) -> dict[str, float]:
    step = STEP * longest / len(texts)
    return {text: TOP + step * (number + 0.5) for number, text in enumerate(texts)}


def _node(text: str, y: float, x: float, anchor: str) -> Node:
    shift = -10 if anchor == "end" else 10
    cut = text if len(text) <= 40 else f"{text[:39].rstrip()}…"
    return Node(cut, px(x + shift), px(y + 4), anchor, px(x), px(y))


def _curve(edge: Edge, y1: float, y2: float, number: int) -> Curve:
    bend = (RIGHT - LEFT) * 0.45
    path = f"M{px(LEFT)} {px(y1)}C{px(LEFT + bend)} {px(y1)} {px(RIGHT - bend)} {px(y2)} {px(RIGHT)} {px(y2)}"
    return Curve(path, edge.rung, SIGNS[edge.change], px(RIGHT - 14 - 13 * (number % 5)), px(y2 - 3))
