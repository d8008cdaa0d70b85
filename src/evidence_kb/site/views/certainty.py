"""GRADE certainty as it is shown: symbol and word together, with its status and its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.grading import Grading
from evidence_kb.site.words import CERTAINTY_MEANING


@dataclass(frozen=True, slots=True)
class CertaintyView:
    """`level` names the style (`low`, `none`), `status` says whether it is a full rating."""

    level: str
    symbol: str
    signs: tuple[str, ...]
    word: str
    status: str
    meaning: str
    start: str
    reasons: tuple[str, ...]
    provisional: tuple[str, ...]


def certainty_view(grading: Grading) -> CertaintyView:
    """The certainty in symbol and words; without a level it is `not rated`."""
    level = grading.level
    return CertaintyView(
        level=level or "none",
        symbol=grading.symbol if level else "",
        signs=tuple("plus" if sign == "⊕" else "none" for sign in grading.symbol) if level else (),
        word=f"{grading.word} certainty" if level else "Certainty not rated",
        status="provisional" if grading.status == "provisional" and level else "",
        meaning=CERTAINTY_MEANING[level] if level else "Nobody has rated how sure this is.",
        start=f"Starts {grading.start}" if grading.start and level else "",
        reasons=tuple(reason[:1].upper() + reason[1:] for reason in grading.reasons),
        provisional=grading.provisional_because if level else (),
    )
