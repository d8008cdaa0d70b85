"""Single mends of a file that reads well: where, what instead, and whether anybody could want it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.editing.quoting import value_text
from evidence_kb.editing.shape import Shape, name, walk
from evidence_kb.editing.slips import one_slip_away, same_but_for_style
from evidence_kb.editing.syntax import Entry, Scalar, Tree
from evidence_kb.findings import FieldPath, dotted
from evidence_kb.identifiers import Kind, Normalised, normalise
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.suggestions import nearest

_IDENTIFIERS: dict[str, Kind] = {"DOI": "DOI", "PMID": "PMID", "PMCID": "PMCID", "ISBN": "ISBN", "ISSN": "ISSN"}
_TRUTHS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false"}
_LOOSE_TRUTHS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


@dataclass(frozen=True, slots=True)
class Mend:
    """The characters from `start` to `end` of the text become `text`.

    `certain` says that the file can have meant nothing else: such a mend is made, others are only proposed.
    """

    start: int
    end: int
    text: str
    certain: bool
    what: str


def mends(tree: Tree, shape: Shape, is_claim: bool) -> Iterator[Mend]:
    """Every mend of a file, in the order of its places. No two of them overlap."""
    for path, entry, around, inner in walk(tree, shape):
        if around.known is not None and entry.key is not None and name(entry) not in around.known:
            yield from _key(path, entry, around)
        elif isinstance(entry.value, Scalar) and entry.value.value is not None:
            yield from _value(path, entry, entry.value, inner, is_claim)


def _key(path: FieldPath, entry: Entry, around: Shape) -> Iterator[Mend]:
    """A misspelt key. A key says where a value belongs; one slip leaves no doubt of it."""
    given, key = name(entry), entry.key
    taken = {name(other) for other in entry.parent.entries}
    free = [known for known in around.known or () if known not in taken]
    certain = same_but_for_style(given, free) or one_slip_away(given, free)
    meant = certain or nearest(given, free)
    if key is not None and meant is not None:
        what = f"`{dotted(path)}`: the key is `{meant}`"
        yield Mend(key.start, key.end, meant, certain is not None, what)


def _value(path: FieldPath, entry: Entry, scalar: Scalar, inner: Shape, is_claim: bool) -> Iterator[Mend]:
    words = inner.field.words if inner.field is not None and inner.kind == "word" else ()
    if is_claim and path == ("type",) and not words:
        words = tuple(CLAIM_TYPES)
    if words:
        yield from _word(path, entry, scalar, words)
    elif inner.kind in ("count", "flag"):
        yield from _bare(path, scalar, inner.kind == "flag")
    elif name(entry) in _IDENTIFIERS and path[:1] in (("csl",), ("candidates",)):
        yield from _identifier(path, entry, scalar)


def _word(path: FieldPath, entry: Entry, scalar: Scalar, words: tuple[str, ...]) -> Iterator[Mend]:
    """A word that is not allowed. Its style is mended; another word is a statement, and only proposed."""
    given = scalar.value or ""
    if given in words:
        return
    certain = same_but_for_style(given, words)
    meant = certain or nearest(given, words)
    if meant is not None:
        what = f"`{dotted(path)}`: `{given}` is written `{meant}`"
        yield Mend(scalar.start, scalar.end, meant, certain is not None, what)


def _bare(path: FieldPath, scalar: Scalar, is_flag: bool) -> Iterator[Mend]:
    """A count or a truth value in quotes, or a truth value in another spelling."""
    given = scalar.value or ""
    sound = given in ("true", "false") if is_flag else given.isascii() and given.isdigit() and len(given) < 10
    if sound and scalar.style in ("'", '"'):
        yield Mend(scalar.start, scalar.end, given, True, f"`{dotted(path)}`: {given} stands without quotes")
    elif is_flag and not sound and (given in _TRUTHS or given.lower() in _LOOSE_TRUTHS):
        meant = _TRUTHS.get(given) or _LOOSE_TRUTHS[given.lower()]
        yield Mend(scalar.start, scalar.end, meant, given in _TRUTHS, f"`{dotted(path)}`: `{given}` is written {meant}")


def _identifier(path: FieldPath, entry: Entry, scalar: Scalar) -> Iterator[Mend]:
    """An identifier with a prefix, an address or pasted punctuation around it; its case stays as printed."""
    given = scalar.value or ""
    kind = _IDENTIFIERS[name(entry)]
    outcome = normalise(kind, given)
    meant = outcome.value if isinstance(outcome, Normalised) else outcome.suggestion
    if meant is None or meant.lower() == given.lower():
        return
    index = given.lower().find(meant.lower())
    printed = given[index : index + len(meant)] if index >= 0 else meant
    text = value_text(Scalar(0, 0, printed, '"'), "text", entry.parent.flow)
    certain = isinstance(outcome, Normalised)
    yield Mend(scalar.start, scalar.end, text, certain, f"`{dotted(path)}`: the {kind} is {printed}")
