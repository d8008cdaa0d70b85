"""What the models say of every place in a file: which keys a mapping may have, what a value stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidence_kb.editing.syntax import Collection, Entry, Tree
from evidence_kb.findings import FieldPath
from evidence_kb.records.fields import Field, FieldKind, fields
from evidence_kb.records.model import Model


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a mapping here, one model for each free key, or the field whose value stands here.

    All are None where the models know nothing of the place: below a misspelt key, or in a claim without a type.
    """

    known: Mapping[str, Field] | None = None
    each: type[Model] | None = None
    field: Field | None = None

    @property
    def kind(self) -> FieldKind | None:
        """The kind of a value here; what stands under free keys is text, or a code."""
        if self.field is None:
            return None
        if self.field.kind == "map":
            return "code" if self.field.key == "codes" else "text"
        return self.field.kind

    def below(self, entry: Entry) -> Shape:
        """The shape of an entry's value; the items of a list are what their field says of each of them."""
        if entry.key is None:
            return self
        if self.each is not None:
            return Shape(fields(self.each))
        if self.known is None:
            return Shape(field=self.field)
        found = self.known.get(name(entry))
        if found is None:
            return Shape()
        return Shape(field=found) if found.part is None else Shape(fields(found.part), field=found)


def root_shape(model: type[Model] | None, terms: bool) -> Shape:
    """The shape of a whole file: a record of the model, or terms by their ids, each of them one."""
    if model is None:
        return Shape()
    return Shape(each=model) if terms else Shape(fields(model))


def name(entry: Entry) -> str:
    """The key of an entry; empty for an item of a list."""
    return (entry.key.value or "") if entry.key is not None else ""


def walk(tree: Tree, shape: Shape) -> Iterator[tuple[FieldPath, Entry, Shape, Shape]]:
    """Every entry with its path, the shape of the collection that holds it, and that of its value."""
    yield from _walk(tree.root, shape, ())


def _walk(held: Collection, shape: Shape, path: FieldPath) -> Iterator[tuple[FieldPath, Entry, Shape, Shape]]:
    for index, entry in enumerate(held.entries):
        here = (*path, name(entry) if held.is_mapping else index)
        below = shape.below(entry)
        yield here, entry, shape, below
        if isinstance(entry.value, Collection):
            yield from _walk(entry.value, below, here)
