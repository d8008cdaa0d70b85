"""Gives every comment and blank line of a file to the entry that it speaks of, so that they move together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.editing.syntax import Collection, Entry, Scalar, Tree


@dataclass(frozen=True, slots=True)
class _Comment:
    index: int
    column: int
    text: str
    alone: bool
    blank_above: bool


def attach(tree: Tree) -> Tree:
    """The same tree with all comments and blank lines of its text in place. Changes the tree it is given."""
    order = list(tree.entries())
    starts = [entry.start for entry in order]
    for comment in _comments(tree):
        _place(tree, order, bisect_right(starts, comment.index) - 1, comment)
    for entry in order:
        if _first_on_its_line(tree.text, entry) and _blank_above(tree.text, entry.start):
            entry.before.append("")
    _hoist(order)
    _settle_head(tree, order[0])
    return tree


def _settle_head(tree: Tree, first: Entry) -> None:
    """What stands above the first key speaks of the file and stays on top, up to the last blank line if any."""
    if not tree.head:
        return
    lines = tree.head[tree.head[0] == "" :] + first.before
    blanks = [index for index, line in enumerate(lines) if not line]
    cut = blanks[-1] + 1 if blanks else len(lines)
    tree.head, first.before = lines[:cut], lines[cut:]


def _comments(tree: Tree) -> Iterator[_Comment]:
    """Every comment, found as the first number sign of a line that is in no key or value."""
    spans = [_covered(tree.text, scalar) for scalar in tree.scalars()]
    starts = [start for start, _ in spans]
    offset = 0
    for line in tree.text.split("\n"):
        column = line.find("#")
        while column >= 0:
            nearest = bisect_right(starts, offset + column) - 1
            if nearest < 0 or spans[nearest][1] <= offset + column:
                alone = not line[:column].strip()
                blank = alone and _blank_above(tree.text, offset)
                yield _Comment(offset + column, column, line[column:].rstrip(), alone, blank)
                break
            column = line.find("#", column + 1)
        offset += len(line) + 1


def _covered(text: str, scalar: Scalar) -> tuple[int, int]:
    """The span of a value; a comment behind the header of a block text stands outside it."""
    start = scalar.start
    if scalar.style in ("|", ">"):
        header_end = text.find("\n", start)
        start = header_end if header_end >= 0 else scalar.end
    return start, scalar.end


def _blank_above(text: str, index: int) -> bool:
    """Whether the line above the one that holds `index` is empty."""
    line = text.rfind("\n", 0, index)
    return line > 0 and not text[text.rfind("\n", 0, line) + 1 : line].strip()


def _first_on_its_line(text: str, entry: Entry) -> bool:
    return not text[text.rfind("\n", 0, entry.start) + 1 : entry.start].strip()


def _place(tree: Tree, order: list[Entry], index: int, comment: _Comment) -> None:
    if index < 0:
        _add(tree.head, comment)
        return
    previous = order[index]
    following = order[index + 1] if index + 1 < len(order) else None
    if not comment.alone:
        _beside(previous, comment)
    elif _waits(previous, comment.index):
        _add(previous.before, comment)
    else:
        _alone(tree, previous, following, comment)


def _waits(entry: Entry, index: int) -> bool:
    """Whether a place lies between a key (or dash) and the value that belongs to it."""
    held = entry.value
    return held.start > index and (isinstance(held, Scalar) or held.flow)


def _alone(tree: Tree, previous: Entry, following: Entry | None, comment: _Comment) -> None:
    bracket = _brackets(previous, comment.index)
    if bracket is not None:
        inside = following is not None and following.start < bracket.end
        if inside and following is not None:
            _add(following.before, comment)
        elif bracket.entries:
            _add(bracket.entries[-1].after, comment)
        elif bracket.owner is not None:
            _add(bracket.owner.before, comment)
        return
    if following is not None and (following.column >= comment.column or _is_inside(following, previous)):
        _add(following.before, comment)
        return
    owner: Entry | None = previous
    while owner is not None and (owner.column > comment.column or owner.parent.flow):
        owner = owner.parent.owner
    if owner is None or (following is None and comment.column == 0):
        _add(tree.tail if following is None else following.before, comment)
    elif following is not None and owner.column <= following.column:
        _add(following.before, comment)
    else:
        _add(owner.after, comment)


def _beside(entry: Entry, comment: _Comment) -> None:
    """At the end of a line: of the outermost entry that ends there."""
    while entry.parent.flow and entry.parent.end <= comment.index and entry.parent.owner is not None:
        entry = entry.parent.owner
    if entry.key is None and isinstance(entry.value, Collection) and entry.value.end > comment.index:
        entry.before.append(comment.text)
    elif entry.beside:
        entry.after.append(comment.text)
    else:
        entry.beside = comment.text


def _brackets(entry: Entry, index: int) -> Collection | None:
    """The innermost bracketed collection around a place that comes after `entry` began."""
    held: Collection | None = entry.value if isinstance(entry.value, Collection) else entry.parent
    while held is not None:
        if held.flow and held.start < index < held.end:
            return held
        held = held.owner.parent if held.owner is not None else None
    return None


def _is_inside(entry: Entry, other: Entry) -> bool:
    return entry.parent.owner is other


def _add(lines: list[str], comment: _Comment) -> None:
    if comment.blank_above:
        lines.append("")
    lines.append(comment.text)


def _hoist(order: list[Entry]) -> None:
    """Lines above the first key of a list item go above its dash: there is no line between the two."""
    for entry in reversed(order):
        value = entry.value
        if entry.key is None and isinstance(value, Collection) and value.entries:
            entry.before += [line for line in value.entries[0].before if line]
            value.entries[0].before = []
