"""The geometry of an icon array: a thousand dots, those with the outcome either way, and those added or spared."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.site.figures.scale import px

COLUMNS, STEP, MARGIN, TOTAL = 50, 8.0, 6.0, 1000


@dataclass(frozen=True, slots=True)
class IconArray:
    """Dots as the starts of strokes without length: `both` have the outcome anyway, `changed` more or fewer do."""

    id: str
    title: str
    description: str
    width: str
    height: str
    both: str
    changed: str
    neither: str
    both_words: str
    changed_words: str
    neither_words: str


def icon_array(id: str, title: str, without: float, with_it: float, words: tuple[str, str, str, str]) -> IconArray:
    """The picture of two risks per 1,000; `words` are the description and what each kind of dot stands for."""
    both, more = sorted((round(without), round(with_it)))
    description, both_words, changed_words, neither_words = words
    rows = TOTAL // COLUMNS
    return IconArray(
        id=id,
        title=title,
        description=description,
        width=px(2 * MARGIN + STEP * (COLUMNS - 1)),
        height=px(2 * MARGIN + STEP * (rows - 1)),
        both=_dots(0, both),
        changed=_dots(both, more),
        neither=_dots(more, TOTAL),
        both_words=both_words,
        changed_words=changed_words,
        neither_words=neither_words,
    )


def _dots(first: int, last: int) -> str:
    places = ((MARGIN + STEP * (n % COLUMNS), MARGIN + STEP * (n // COLUMNS)) for n in range(first, last))
    return "".join(f"M{px(x)} {px(y)}h0" for x, y in places)
