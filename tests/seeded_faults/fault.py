"""What a seeded fault is: one mistake in one file, the lines that show it, and the rules that may tell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from seeded_faults.library_text import LibraryText, Spot, deleted

Spots = Callable[[LibraryText], Sequence[Spot]]


@dataclass(frozen=True)
class Change:
    """What a mistake makes of the library: texts by path (None: the file is gone) and the lines that show it.

    `lines` are lines of `path` after the change. A mistake that shows in other files is told at a line that
    names `word`.
    """

    path: str
    files: Mapping[str, str | None]
    lines: frozenset[int] = frozenset()
    word: str = ""


Make = Callable[[Spot, LibraryText, Random], Change | None]


@dataclass(frozen=True)
class Operator:
    """One way of making a mistake.

    `spots` lists the places where it can be made and found; `change` makes it there, or says None where it would be
    none. `codes` are the rules that may answer, `also` those that may speak besides, because the mistake really
    is two (a source that nobody cites any more). `many` marks mistakes that every referring record shows.
    """

    name: str
    spots: Spots
    change: Make
    codes: tuple[str, ...]
    also: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True)
class Fault:
    """One mistake made by an operator."""

    operator: Operator
    spot: Spot = field(repr=False)
    change: Change = field(repr=False)

    def __str__(self) -> str:
        return f"{self.operator.name} at {self.spot.file.path}:{self.spot.key_line} ({self.spot.shape})"


def in_place(spot: Spot, text: str | None, *more: int, word: str = "") -> Change | None:
    """A change of one file that is told where the value stands, or on the line of its key."""
    if text is None:
        return None
    return Change(spot.file.path, {spot.file.path: text}, frozenset({spot.line, spot.key_line, *more}), word)


def gone(spot: Spot, text: str | None) -> Change | None:
    """A deletion: told where the key stood, or where the mapping that lacks it begins."""
    parent = spot.parent
    # A key that leads a list item leaves its line to the next key; the record itself begins on line 1.
    above = range(parent.key_line, spot.key_line + 2) if parent else (1,)
    return in_place(spot, text, *above)


def misspelt(word: str, random: Random) -> str:
    """The word with one slip of the keyboard: two letters swapped, one left out, one twice."""
    places = [i for i in range(len(word) - 1) if word[i].isalpha() and word[i + 1].isalpha() and word[i] != word[i + 1]]
    if not places:
        return word + "x"
    at = random.choice(places)
    slip = random.randrange(3)
    if slip == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if slip == 1 else word[: at + 1] + word[at:]


def deleted_key(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    """The key is gone, with its value."""
    return gone(spot, deleted(spot))
