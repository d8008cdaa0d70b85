"""The text of the real library, with the place of every key and value, and ways to change one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

import yaml

from evidence_kb.records.audit import Audit
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.fields import Field, fields
from evidence_kb.records.library import Library
from evidence_kb.records.model import Model
from evidence_kb.records.question import Question
from evidence_kb.records.source import Source
from evidence_kb.records.term import TERM_TYPES
from evidence_kb.store import StoredFile


@dataclass(frozen=True, eq=False)
class Spot:
    """One key with its value, or one item of a list, in the text of a file.

    `shape` is the path with `*` for every position in a list (`citation.locator.part`, `arms.*.arm`); for a term of
    the vocabulary the first part is `*`, too. `meant` is what the schema knows of the field, where it knows it.
    """

    file: TextFile
    shape: str
    key: yaml.ScalarNode | None
    value: yaml.Node
    parent: Spot | None
    meant: Field | None
    index: int = 0
    around: list[Spot] = field(default_factory=list, repr=False)

    @property
    def name(self) -> str:
        """The key, or nothing for an item of a list."""
        return str(self.key.value) if self.key is not None else ""

    @property
    def scalar(self) -> str:
        """The text of a scalar value; nothing for a list or a mapping."""
        return str(self.value.value) if isinstance(self.value, yaml.ScalarNode) else ""

    @property
    def start(self) -> int:
        """Where the key (or the item) begins in the text."""
        return int((self.key or self.value).start_mark.index)

    @property
    def line(self) -> int:
        """The line of the value, from 1."""
        return int(self.value.start_mark.line) + 1

    @property
    def key_line(self) -> int:
        """The line of the key, from 1."""
        return int((self.key or self.value).start_mark.line) + 1

    @property
    def flow(self) -> bool:
        """Whether it stands inside brackets."""
        holder = self.parent.value if self.parent else self.file.root
        return isinstance(holder, yaml.CollectionNode) and bool(holder.flow_style)

    def sibling(self, name: str) -> Spot | None:
        """Another key of the same mapping."""
        return next((one for one in self.around if one.name == name), None)

    def below(self, name: str) -> Spot | None:
        """A key of the mapping that is the value."""
        return next((one for one in self.file.spots if one.parent is self and one.name == name), None)

    @property
    def above(self) -> Iterator[Spot]:
        """The spots that hold this one, the nearest first."""
        spot = self.parent
        while spot is not None:
            yield spot
            spot = spot.parent


@dataclass(frozen=True, eq=False)
class TextFile:
    """One file of the library."""

    path: str
    text: str

    @cached_property
    def kind(self) -> str:
        """The folder: `claims`, `sources`, `questions`, `audits`, `vocabulary`; `library.yaml` for itself."""
        return PurePosixPath(self.path).parts[0]

    @cached_property
    def id(self) -> str:
        """The name without its ending."""
        return PurePosixPath(self.path).stem

    @cached_property
    def root(self) -> yaml.Node:
        """The tree of the file."""
        node = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        assert isinstance(node, yaml.MappingNode)
        return node

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Everything in the file, in its order."""
        return tuple(_spots(self, self.root, None, "", self._model))

    def spot(self, shape: str) -> Spot | None:
        """The first spot of a shape."""
        return next((spot for spot in self.spots if spot.shape == shape), None)

    def value(self, shape: str) -> str:
        """The scalar at the first spot of a shape; nothing where there is none."""
        spot = self.spot(shape)
        return spot.scalar if spot else ""

    @property
    def _model(self) -> type[Model] | None:
        if self.kind == "claims":
            given = next((v.value for k, v in self.root.value if k.value == "type"), "")
            return CLAIM_TYPES.get(given)
        if self.kind == "vocabulary":
            return TERM_TYPES.get(self.id)
        models: dict[str, type[Model]] = {"sources": Source, "questions": Question, "audits": Audit}
        return models.get(self.kind, Library)


def _spots(
    file: TextFile, node: yaml.Node, parent: Spot | None, shape: str, model: type[Model] | None
) -> Iterator[Spot]:
    around: list[Spot] = []
    inside = f"{shape}." if shape else ""
    if isinstance(node, yaml.MappingNode):
        term = file.kind == "vocabulary" and parent is None
        for index, (key, value) in enumerate(node.value):
            meant = fields(model).get(key.value) if model is not None and not term else None
            here = f"{inside}{'*' if term else key.value}"
            around.append(Spot(file, here, key, value, parent, meant, index, around))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            around.append(
                Spot(file, f"{inside}*", None, value, parent, parent.meant if parent else None, index, around)
            )
    for spot in around:
        yield spot
        if isinstance(spot.value, yaml.CollectionNode):
            below = model if file.kind == "vocabulary" and parent is None else spot.meant.part if spot.meant else None
            yield from _spots(file, spot.value, spot, spot.shape, below)


@dataclass(frozen=True, eq=False)
class LibraryText:
    """All files of the library."""

    files: dict[str, TextFile]

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Everything in every file."""
        return tuple(spot for path in sorted(self.files) for spot in self.files[path].spots)

    def of(self, kind: str, shapes: Sequence[str]) -> list[Spot]:
        """The spots of some shapes in the files of a folder."""
        return [spot for spot in self.spots if spot.file.kind == kind and spot.shape in shapes]

    def ids(self, kind: str) -> list[str]:
        """The ids of the files in a folder."""
        return [file.id for path, file in sorted(self.files.items()) if file.kind == kind]

    def terms(self, vocabulary: str) -> list[str]:
        """The ids of the terms of a vocabulary."""
        file = self.files.get(f"vocabulary/{vocabulary}.yaml")
        return [spot.name for spot in file.spots if spot.parent is None] if file else []

    @cached_property
    def mentions(self) -> dict[str, tuple[Spot, ...]]:
        """Where ids are named: fields that point at another record or term."""
        found: dict[str, list[Spot]] = {}
        for spot in self.spots:
            if spot.meant is not None and spot.meant.refers_to and spot.scalar:
                found.setdefault(spot.scalar, []).append(spot)
        return {id: tuple(spots) for id, spots in found.items()}

    def source(self, id: str) -> TextFile | None:
        """The file of a source."""
        return self.files.get(f"sources/{id}.yaml")


def read_library(files: Sequence[StoredFile]) -> LibraryText:
    """The texts of the files of a library."""
    return LibraryText({file.path: TextFile(file.path, file.raw.decode("utf-8")) for file in files})


def replaced(spot: Spot, new: str) -> str:
    """The file with another text in the place of the value."""
    text = spot.file.text
    return text[: spot.value.start_mark.index] + new + text[_end(spot) :]


def renamed(spot: Spot, new: str) -> str:
    """The file with another key."""
    assert spot.key is not None
    text = spot.file.text
    return text[: spot.key.start_mark.index] + new + text[spot.key.end_mark.index :]


def deleted(spot: Spot) -> str | None:
    """The file without the key and its value, or without the item; None where nothing would be left beside it."""
    text, around = spot.file.text, spot.around
    if len(around) == 1:
        return None
    start = spot.start if spot.key is not None or spot.flow else text.rindex("-", 0, spot.start)
    if spot.index + 1 < len(around):
        after = around[spot.index + 1]
        end = after.start if after.key is not None or after.flow else text.rindex("-", 0, after.start)
        return text[:start] + text[end:]
    if spot.flow:
        return text[: _end(around[spot.index - 1])] + text[_end(spot) :]
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", _end(spot))
    return text[:begin] + (text[stop + 1 :] if stop >= 0 else "")


def _end(spot: Spot) -> int:
    """Where the value ends; the end that YAML gives for a block is where the next thing begins."""
    end = int(spot.value.end_mark.index)
    return len(spot.file.text[:end].rstrip())
