"""Where every value and key of a file stands: a second pass, made only for files that have a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from evidence_kb.findings import FieldPath
from evidence_kb.strict_yaml.parser import events


@dataclass(slots=True)
class Place:
    """The place of one value (from 1), of its key where it has one, and the places of what it holds."""

    line: int
    column: int
    key: tuple[int, int] | None = None
    parts: dict[str | int, Place] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    place: Place
    is_mapping: bool
    name: str | None = None
    key: tuple[int, int] | None = None


def places(text: str) -> Place:
    """The places of everything in a text that was read without a problem."""
    root = Place(1, 1)
    stack: list[_Open] = []
    for event in events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            mark: Any = event.start_mark
            top = stack[-1] if stack else None
            if top is not None and top.is_mapping and top.name is None and isinstance(event, yaml.ScalarEvent):
                top.name, top.key = event.value, (mark.line + 1, mark.column + 1)
                continue
            place = Place(mark.line + 1, mark.column + 1)
            if top is None:
                root = place
            else:
                _keep(top, place)
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(_Open(place, isinstance(event, yaml.MappingStartEvent)))
    return root


def _keep(top: _Open, place: Place) -> None:
    if top.is_mapping:
        place.key = top.key
        top.place.parts[top.name or ""] = place
        top.name = top.key = None
    else:
        top.place.parts[len(top.place.parts)] = place


def locate(root: Place, path: FieldPath, key: bool) -> tuple[int, int]:
    """The place of `path` below `root`, or of the nearest parent that exists."""
    place = root
    for depth, part in enumerate(path):
        below = place.parts.get(part)
        if below is None:
            # A missing field is reported where its parent is named.
            return place.key if key and depth and place.key else (place.line, place.column)
        place = below
    return place.key if key and place.key else (place.line, place.column)
