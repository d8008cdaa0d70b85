"""Derived sentences: the verb that certainty and effect allow (GRADE guidelines 26, Santesso et al. 2020)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evidence_kb.records.grade import Level

Size = Literal["important", "any", "small", "little-or-none", "uncertain"]
Change = Literal["increase", "reduce"]

SIZES: dict[str, Size] = {
    "benefit": "any",
    "harm": "any",
    "important-benefit": "important",
    "important-harm": "important",
    "small-benefit": "small",
    "small-harm": "small",
    "little-or-no-difference": "little-or-none",
    "uncertain": "uncertain",
}
_VERBS: dict[Level, tuple[str, str]] = {
    "high": ("{}s", "results in little to no difference in"),
    "moderate": ("probably {}s", "probably results in little to no difference in"),
    "low": ("may {}", "may result in little to no difference in"),
}
VERY_UNCERTAIN = "The evidence is very uncertain about the effect of {treatment} on {outcome}"
INCONCLUSIVE = "The evidence is inconclusive on the effect of {treatment} on {outcome}"
NOT_RATED = "No conclusion is drawn on the effect of {treatment} on {outcome}"
NOT_RATED_OF_MANY = "No conclusion is drawn on the effects of these treatments on {outcome}"


@dataclass(frozen=True, slots=True)
class Parts:
    """What a sentence is made of: treatment, outcome and comparator as phrases, the rest as figures.

    The treatment is empty where a row without rating is about more of them than a sentence can name.
    """

    treatment: str
    outcome: str
    comparator: str
    when: str = ""
    figures: str = ""
    plural: bool = False


def verb(level: Level, size: Size, change: Change, plural: bool = False) -> str:
    """The verb of the cell: `probably reduces`, `may increase`; small effects get `slightly` after the object."""
    word, nothing = _VERBS[level]
    chosen = nothing if size == "little-or-none" else word.format(change)
    return _plural(chosen) if plural else chosen


def _plural(text: str) -> str:
    for singular, many in (("results", "result"), ("increases", "increase"), ("reduces", "reduce")):
        text = text.replace(singular, many)
    return text


def sentence(level: Level | None, status: str, size: Size, change: Change | None, parts: Parts) -> str:
    """The sentence of one row; a row that is not rated says so, a provisional rating is named as such.

    An inconclusive effect is called so whatever the certainty of the rest, and never little or no difference.
    """
    tail = f" compared with {parts.comparator}" if parts.comparator else ""
    tail += f" {parts.when}" if parts.when else ""
    inner = "; ".join(part for part in (parts.figures, _certainty(level, status)) if part)
    end = f"{tail} ({inner})." if inner else f"{tail}."
    if level == "very-low":
        start = VERY_UNCERTAIN.format(treatment=parts.treatment, outcome=parts.outcome)
    elif level is None:
        wording = NOT_RATED if parts.treatment else NOT_RATED_OF_MANY
        start = wording.format(treatment=parts.treatment, outcome=parts.outcome)
    elif size == "uncertain" or (change is None and size != "little-or-none"):
        start = INCONCLUSIVE.format(treatment=parts.treatment, outcome=parts.outcome)
    else:
        slightly = " slightly" if size == "small" else ""
        said = verb(level, size, change or "increase", parts.plural)
        start = f"{parts.treatment[:1].upper()}{parts.treatment[1:]} {said} {parts.outcome}{slightly}"
    return start + end


def verdict(level: Level | None, size: Size, change: Change | None, *, nothing: bool = False) -> str:
    """The answer of a row in a few words, for a place that names the outcome: `may increase`, `very uncertain`.

    `nothing` where a search found no study of the question at all.
    """
    if level is None:
        return "no study found" if nothing else "certainty not rated"
    if level == "very-low":
        return "very uncertain"
    if size == "uncertain" or (change is None and size != "little-or-none"):
        return "inconclusive"
    said = verb(level, size, change or "increase").removesuffix(" in")
    return f"{said} slightly" if size == "small" else said


def bearing(level: Level | None, effect: str, change: Change | None) -> str:
    """Whether what the verdict says is better or worse for the patient; empty where no direction is concluded."""
    if level is None or level == "very-low" or change is None:
        return ""
    return "better" if effect.endswith("benefit") else "worse" if effect.endswith("harm") else ""


def _certainty(level: Level | None, status: str) -> str:
    if level is None or status == "not-rated":
        return "certainty not rated"
    words = f"{level.replace('-', ' ')} certainty"
    return f"{words}, provisional rating" if status == "provisional" else words


def allowed_verbs(level: Level | None) -> tuple[str, ...]:
    """The words that mark a sentence as fitting its certainty; empty for high, where a plain verb fits."""
    return {
        "moderate": ("probably", "likely"),
        "low": ("may", "might", "could"),
        "very-low": ("uncertain", "unclear", "not known", "unknown"),
        None: (),
        "high": (),
    }[level]
