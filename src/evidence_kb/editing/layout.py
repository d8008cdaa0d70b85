"""Writes a tree in canonical form: the order of the models, two spaces, brackets where they fit on a line."""

from __future__ import annotations

from evidence_kb.editing.folding import folded, literal
from evidence_kb.editing.quoting import key_text, value_text
from evidence_kb.editing.shape import Shape, name, root_shape
from evidence_kb.editing.syntax import Collection, Entry, Scalar, Tree
from evidence_kb.records.fields import FieldKind
from evidence_kb.records.model import Model

WIDTH = 120
"""Columns that a bracketed mapping or list, and the lines of folded text, may take."""

LONG_TEXT = 300
"""Columns up to which a text stays on one line; longer ones are folded."""

_STEP = 2
_NEVER_BLOCK_TEXT: tuple[FieldKind, ...] = ("figure", "code", "date", "count", "flag")


def laid_out(tree: Tree, model: type[Model] | None, terms: bool = False) -> str:
    """The text of a file whose comments were attached. `terms`: its keys are ids, each with a record of this model.

    Without a model the order stays, and so do the quotes.
    """
    shape = root_shape(model, terms)
    lines = [*tree.head, *_block(tree.root, 0, shape), *tree.tail]
    return "\n".join(lines).strip("\n") + "\n"


def _block(held: Collection, indent: int, shape: Shape) -> list[str]:
    lines: list[str] = []
    for entry in _ordered(held, shape):
        above = entry.before if lines else entry.before[entry.before[:1] == [""] :]
        lines += _indented(above, indent)
        lines += _entry(entry, indent, shape)
        lines += _indented(entry.after, indent)
    return lines


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _ordered(held: Collection, shape: Shape) -> list[Entry]:
    """Known keys in canonical order, unknown ones behind them; free keys and items as they stand."""
    if shape.known is None or not held.is_mapping:
        return held.entries
    rank = {key: number for number, key in enumerate(shape.known)}
    return sorted(held.entries, key=lambda entry: rank.get(name(entry), len(rank)))


def _key(entry: Entry, shape: Shape, in_brackets: bool) -> str:
    if entry.key is None:
        return ""
    return key_text(entry.key, bool(shape.known and name(entry) in shape.known), in_brackets)


def _entry(entry: Entry, indent: int, shape: Shape) -> list[str]:
    inner, value = shape.below(entry), entry.value
    lead = " " * indent + (_key(entry, shape, False) + ":" if entry.key is not None else "-")
    beside = f"  {entry.beside}" if entry.beside else ""
    if isinstance(value, Scalar):
        one = value_text(value, inner.kind, False)
        block = _block_text(value, inner.kind, len(lead) + 1 + len(one), indent + _STEP)
        if block is None:
            return [f"{lead} {one}{beside}"]
        return [f"{lead} {block[0]}{beside}", *_indented(block[1:], indent + _STEP)]
    if value.flow and (not value.entries or not _has_comments(value)):
        one = _in_brackets(value, inner)
        if not value.entries or len(lead) + 1 + len(one) <= WIDTH:
            return [f"{lead} {one}{beside}"]
    lines = _block(value, indent + _STEP, inner)
    if entry.key is not None:
        return [lead + beside, *lines]
    # The first key stands on the line of the dash; a comment that stood there goes above it.
    return [*_indented([entry.beside] if entry.beside else [], indent), f"{lead} {lines[0].strip()}", *lines[1:]]


def _block_text(scalar: Scalar, kind: FieldKind | None, length: int, indent: int) -> list[str] | None:
    """The lines of a text that has several of its own, or is too long for one; None where it stays on one line."""
    text = scalar.value
    if not text or kind in _NEVER_BLOCK_TEXT or (kind is None and not scalar.style):
        return None
    if scalar.style == ">" or "\n" not in text:
        long = length > (WIDTH if scalar.style == ">" else LONG_TEXT) or "\n" in text
        block = folded(text, WIDTH - indent) if long else None
        return block if block is not None or "\n" not in text else literal(text)
    return literal(text)


def _has_comments(held: Collection) -> bool:
    for entry in held.entries:
        if entry.beside or any(entry.before) or any(entry.after):
            return True
        if isinstance(entry.value, Collection) and _has_comments(entry.value):
            return True
    return False


def _in_brackets(held: Collection, shape: Shape) -> str:
    parts = []
    for entry in _ordered(held, shape):
        inner = shape.below(entry)
        value = entry.value
        text = value_text(value, inner.kind, True) if isinstance(value, Scalar) else _in_brackets(value, inner)
        parts.append(f"{_key(entry, shape, True)}: {text}" if entry.key is not None else text)
    return f"{{{', '.join(parts)}}}" if held.is_mapping else f"[{', '.join(parts)}]"
