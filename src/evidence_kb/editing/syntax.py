"""A YAML file as a tree of entries that know their place in the text, with comments and blank lines beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from evidence_kb.strict_yaml.parser import events
from evidence_kb.strict_yaml.scalars import NULLS


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value or key: its span in the text, its characters, and how it was written (`""` is unquoted)."""

    start: int
    end: int
    value: str | None
    style: str


@dataclass(slots=True, eq=False)
class Entry:
    """One key with its value, or one item of a list, with the comments that belong to it.

    `before` holds lines above it (a blank line is the empty text), `beside` the comment at the end of its line,
    `after` the lines below everything it holds.
    """

    start: int
    column: int
    key: Scalar | None
    value: Scalar | Collection
    parent: Collection
    before: list[str] = field(default_factory=list)
    beside: str = ""
    after: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Collection:
    """A mapping or a list; `flow` says that it is written in brackets."""

    start: int
    end: int
    is_mapping: bool
    flow: bool
    owner: Entry | None = None
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Tree:
    """A whole file: its root, the comments above the first key, and those below the last."""

    text: str
    root: Collection
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of the text."""
        waiting = list(reversed(self.root.entries))
        while waiting:
            entry = waiting.pop()
            yield entry
            if isinstance(entry.value, Collection):
                waiting += reversed(entry.value.entries)

    def scalars(self) -> Iterator[Scalar]:
        """All keys and values in the order of the text."""
        for entry in self.entries():
            if entry.key is not None:
                yield entry.key
            if isinstance(entry.value, Scalar):
                yield entry.value

    def at(self, path: tuple[str | int, ...]) -> Entry | None:
        """The entry at a path of keys and indices, or None."""
        found: Entry | None = None
        here: Scalar | Collection = self.root
        for part in path:
            if not isinstance(here, Collection):
                return None
            if isinstance(part, int):
                found = here.entries[part] if not here.is_mapping and part < len(here.entries) else None
            else:
                found = next((one for one in here.entries if one.key is not None and one.key.value == part), None)
            if found is None:
                return None
            here = found.value
        return found


def tree(text: str) -> Tree:
    """The tree of a text that `strict_yaml.read` accepts, still without comments."""
    root: Collection | None = None
    stack: list[Collection] = []
    keys: list[Scalar | None] = []
    end = 0
    for event in events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop()
            keys.pop()
            if done.flow:
                end = done.end = _end(event)
            else:
                done.end = end
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            node = _node(event, text)
            if not stack:
                root = node if isinstance(node, Collection) else None
            elif stack[-1].is_mapping and keys[-1] is None and isinstance(node, Scalar):
                keys[-1], end = node, node.end
                continue
            else:
                _add(stack[-1], keys.pop(), node, text, end)
                keys.append(None)
            if isinstance(node, Collection):
                stack.append(node)
                keys.append(None)
                end = node.start + node.flow
            else:
                end = max(end, node.end)
    if root is None or not root.is_mapping:
        raise ValueError("the text holds no mapping")
    return Tree(text, root)


def _end(event: Any) -> int:
    # Every event of a parser has marks; only the stubs leave it open.
    return int(event.end_mark.index)


def _node(event: Any, text: str) -> Scalar | Collection:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        style = "" if event.style in (None, "") else str(event.style)
        value = None if not style and event.value in NULLS else event.value
        # An empty value has no characters of its own, wherever the parser says that it begins.
        return Scalar(start, end if event.value or style else start, value, style)
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    return Collection(start, end, is_mapping, text[start : start + 1] in ("{", "["))


def _add(parent: Collection, key: Scalar | None, value: Scalar | Collection, text: str, end: int) -> None:
    start = value.start if key is None else key.start
    if key is None and not parent.flow:
        start = _dash(text, end, start)
    entry = Entry(start, start - (text.rfind("\n", 0, start) + 1), key, value, parent)
    if isinstance(value, Collection):
        value.owner = entry
    parent.entries.append(entry)


def _dash(text: str, end: int, start: int) -> int:
    """The dash that opens the item whose value begins at `start`; `end` is where the value before it ended."""
    index = end
    while index < start and text[index] != "-":
        newline = text.find("\n", index)
        index = newline if text[index] == "#" and newline >= 0 else index + 1
    return index
