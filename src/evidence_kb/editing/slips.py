"""Slips of the keyboard: which known word a misspelt one must have been, where only one can."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 4


def same_but_for_style(word: str, known: Iterable[str]) -> str | None:
    """The one known word that differs only in case, hyphens, underscores or spaces; None where there is not one."""
    found = [each for each in dict.fromkeys(known) if _plain(each) == _plain(word)]
    return found[0] if len(found) == 1 and found[0] != word else None


def one_slip_away(word: str, known: Iterable[str]) -> str | None:
    """The one known word that a single slip turns into `word`: a letter too many, missing, wrong, or two swapped.

    Words of fewer than four letters are never guessed, and None is the answer where two known words are as near.
    """
    if len(word) < _SHORTEST:
        return None
    found = [each for each in dict.fromkeys(known) if len(each) >= _SHORTEST and _is_one_slip(word, each)]
    return found[0] if len(found) == 1 else None


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")


def _is_one_slip(word: str, other: str) -> bool:
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    left, right = word[start:], other[start:]
    if len(left) == len(right):
        swapped = len(left) > 1 and left[:2] == right[1::-1] and left[2:] == right[2:]
        return swapped or (bool(left) and left[1:] == right[1:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]
