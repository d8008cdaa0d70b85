"""Mistakes in keys, values and the form of a file, which reading the file finds by itself."""

from __future__ import annotations

from random import Random

from yaml import SequenceNode

from evidence_kb.records.claims.union import CLAIM_TYPES
from seeded_faults.fault import Change, Make, Operator, Spots, deleted_key, in_place, misspelt
from seeded_faults.library_text import LibraryText, Spot, renamed, replaced

FREE = ("properties", "codes", "other")
CITED = ("citation", "citations.*", "looked_in.*")


def _known(library: LibraryText) -> list[Spot]:
    """Keys that the schema names."""
    return [spot for spot in library.spots if spot.key is not None and spot.meant is not None and spot.name not in FREE]


def _required(library: LibraryText) -> list[Spot]:
    return [
        spot
        for spot in _known(library)
        if spot.meant is not None and spot.meant.required and spot.meant.key == spot.name and len(spot.around) > 1
        and not (spot.name == "type" and spot.parent is None)
    ]  # fmt: skip


def _of_kind(*kinds: str) -> Spots:
    return lambda library: [
        spot for spot in library.spots if spot.meant is not None and spot.meant.kind in kinds and spot.scalar
    ]


def _misspell_key(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    wrong = misspelt(spot.name, random)
    if spot.sibling(wrong):
        return None
    return in_place(spot, renamed(spot, wrong))


def _misspell_word(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    wrong = misspelt(spot.scalar, random)
    if spot.meant is None or wrong in spot.meant.words or wrong == spot.scalar:
        return None
    return in_place(spot, replaced(spot, wrong))


def _another_type(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    other = random.choice([name for name in CLAIM_TYPES if name != spot.scalar])
    return in_place(spot, replaced(spot, other))


def _duplicate_key(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    text = spot.file.text
    if spot.flow or not spot.scalar or "\n" in text[spot.start : spot.value.end_mark.index].rstrip():
        return None
    begin = text.rfind("\n", 0, spot.start) + 1
    stop = text.find("\n", spot.value.end_mark.index)
    stop = len(text) if stop < 0 else stop
    copy = " " * (spot.start - begin) + text[spot.start : stop]
    added = copy.count("\n") + 1
    return in_place(spot, text[:stop] + "\n" + copy + text[stop:], spot.key_line + added, spot.line + added)


def _tab(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    begin = spot.file.text.rfind("\n", 0, spot.start) + 1
    indent = spot.file.text[begin : spot.start]
    if spot.flow or not indent or indent.strip():
        return None
    return in_place(spot, spot.file.text[:begin] + "\t" + spot.file.text[spot.start :])


def _colon(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    if spot.flow or "\n" in spot.file.text[spot.start : spot.value.end_mark.index]:
        return None
    words = spot.scalar.split(" ")
    if len(words) < 3 or "#" in spot.scalar or spot.scalar[0] in "\"'[{>|&*!%@`-?":
        return None
    return in_place(spot, replaced(spot, f"{words[0]}: {' '.join(words[1:])}"))


def _empty_list(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, "[]"))


def _bad_date(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, random.choice(("2026-13-01", "yesterday", "2025-02-30", "22.11.2026"))))


def _bad_count(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, random.choice(("about 20", '"20"', "-3", "twenty", "12.5"))))


def _bad_figure(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, random.choice((f"{spot.scalar} %", "high", f"about {spot.scalar}"))))


def _id_not_a_slug(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    wrong = random.choice((spot.scalar.replace("-", "_"), spot.scalar.capitalize(), spot.scalar.replace("-", " ")))
    return in_place(spot, replaced(spot, wrong)) if wrong != spot.scalar else None


def _write(new: str) -> Make:
    return lambda spot, library, random: in_place(spot, replaced(spot, new))


def _statements(library: LibraryText) -> list[Spot]:
    return library.of("claims", ["statement"])


def _delete(shape_ends: tuple[str, ...], kind: str = "claims") -> Spots:
    return lambda library: [
        spot for spot in library.spots if spot.file.kind == kind and spot.shape in shape_ends and len(spot.around) > 1
    ]


def _cited(name: str) -> Spots:
    return _delete(tuple(f"{place}.{name}" for place in CITED))


# What stood in the list is really missing elsewhere: a term without use, a figure of the statement, a row.
EMPTIED = ("RF", "WD", "CT", "GR", "AU", "FG")
MISSING = ("SC202",)


def operators() -> tuple[Operator, ...]:
    """All operators of this kind."""
    words, dates = _of_kind("word"), _of_kind("date")
    lists = lambda library: [  # noqa: E731
        s for s in _required(library) if s.meant is not None and s.meant.many and isinstance(s.value, SequenceNode)
    ]
    return (
        Operator("delete a citation", _delete(("citation", "citations", "looked_in")), deleted_key, ("SC202", "CT101")),
        Operator("delete a locator", _cited("locator"), deleted_key, MISSING),
        Operator("delete the part of a locator", _cited("locator.part"), deleted_key, MISSING),
        Operator("delete what was read", _cited("read"), deleted_key, MISSING),
        Operator("delete the cited source", _cited("source"), deleted_key, MISSING),
        Operator("delete a required key", _required, deleted_key, ("SC202", "CT101")),
        Operator("misspell a key", _known, _misspell_key, ("SC201",)),
        Operator("misspell a word of a list", words, _misspell_word, ("SC203",)),
        Operator("another type of claim", lambda library: library.of("claims", ["type"]), _another_type, ("SC209",)),
        Operator("a key twice", _known, _duplicate_key, ("SC119",)),
        Operator("a tab", _known, _tab, ("SC109",)),
        Operator("an unquoted colon", _statements, _colon, ("SC127",)),
        Operator("empty a list", lists, _empty_list, ("SC206", "CT101", "CT118"), EMPTIED),
        Operator("empty a statement", _statements, _write('""'), ("SC207",)),
        Operator("a statement without a value", _statements, _write(""), ("SC204",)),
        Operator("a date that is none", dates, _bad_date, ("SC205",)),
        Operator("a number that is none", _of_kind("count"), _bad_count, ("SC205",)),
        Operator("a figure that is none", _of_kind("figure"), _bad_figure, ("SC205", "SC132")),
        Operator("an id that is no slug", _of_kind("id"), _id_not_a_slug, ("SC205",)),
    )
