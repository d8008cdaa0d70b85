"""Documentation text as paragraphs, lists and code: what docstrings say, without a Markdown reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words or of code."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list with its items."""

    kind: str
    lines: tuple[tuple[Span, ...], ...]


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text: lists of lines that begin with a hyphen, and paragraphs; `code` between back-ticks."""
    found = []
    for paragraph in text.strip().split("\n\n"):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        if lines and lines[0].startswith("- "):
            found.append(Block("list", tuple(_spans(item) for item in _items(lines))))
        elif lines:
            found.append(Block("paragraph", (_spans(" ".join(lines)),)))
    return tuple(found)


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        else:
            items[-1] += f" {line}"
    return items


def _spans(line: str) -> tuple[Span, ...]:
    pieces = line.split("`")
    if len(pieces) % 2 == 0:
        return (Span(line),)
    return tuple(Span(piece, "code" if place % 2 else "text") for place, piece in enumerate(pieces) if piece)
