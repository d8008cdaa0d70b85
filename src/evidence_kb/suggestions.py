"""The nearest known word to a misspelt one: "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

CUTOFF = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like `word`, or None where none is near. Deterministic."""
    candidates = sorted(set(known))
    folded = {candidate.lower().replace("_", "-"): candidate for candidate in reversed(candidates)}
    wanted = word[:200].lower().replace("_", "-")
    if wanted in folded:
        return folded[wanted]
    matches = get_close_matches(wanted, sorted(folded), n=3, cutoff=CUTOFF)
    if not matches:
        return None
    best = max(
        matches, key=lambda match: (SequenceMatcher(None, wanted, match).ratio(), -abs(len(match) - len(wanted)))
    )
    return folded[best]
