"""Forest plots of comparisons: which may share an axis, in which order, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_kb.analysis.directions import NOT_ASKED, control_side, goodness, prints_falls
from evidence_kb.analysis.drawn_effects import drawable
from evidence_kb.analysis.effect_measures import effect_text, null_of, scale_of
from evidence_kb.analysis.overlap import label_of
from evidence_kb.analysis.result_of_comparison import COMPARATIVE
from evidence_kb.analysis.study_identity import is_pooled
from evidence_kb.analysis.wording import in_sentence
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.site.addresses import Links
from evidence_kb.site.figures.forest import Comparison, Words, forest
from evidence_kb.site.page import Part
from evidence_kb.site.views.effects import interval_words, time_text, unit_words
from evidence_kb.site.views.figures import arm_name
from evidence_kb.site.views.table import Row, Table, figure, head, table, text
from evidence_kb.site.words import DESIGNS, MEASURES

TEMPLATE = ("figures/forest.svg.j2",)


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing, its caption, and its numbers in a table."""

    caption: str
    drawing: Part
    numbers: Table


@dataclass(frozen=True, slots=True)
class _Drawn:
    entry: Entry[Claim]
    contrast: Contrast
    comparison: Comparison


MOST, MOST_SMALL = 54, 62
"""Letters that fit beside each other across a plot on a phone, in the size of a line and in that of a group."""


def plots(
    found: Iterable[Entry[Claim]], links: Links, prefix: str, treatments: frozenset[str] = NOT_ASKED
) -> tuple[Plot, ...]:
    """One plot for each outcome, measure, unit and direction among the comparisons that have an interval.

    What a source prints with the comparator first is turned round, and says so: on one axis one side is the treatment.
    """
    grouped: dict[tuple[str, str, str, int | None], list[_Drawn]] = {}
    for entry in found:
        claim = entry.record
        if isinstance(claim, Finding):
            for contrast in claim.contrasts:
                drawn = _drawn(entry, claim, contrast, links, treatments)
                if drawn is not None:
                    key = (claim.outcome, contrast.measure, contrast.unit or "", goodness(claim, contrast, links.kb))
                    grouped.setdefault(key, []).append(drawn)
    return tuple(_plot(key, grouped[key], links, f"{prefix}-{number}") for number, key in enumerate(grouped, 1))


def _drawn(
    entry: Entry[Claim], claim: Finding, contrast: Contrast, links: Links, treatments: frozenset[str]
) -> _Drawn | None:
    if contrast.kind not in COMPARATIVE:
        return None
    turned = control_side(claim, contrast, links.kb, treatments) == "of"
    seen = drawable(contrast, turned=turned)
    if seen is None:
        return None
    source = links.kb.sources.get(claim.citation.source)
    design = DESIGNS[source.record.design] if source else ""
    name = label_of(source.record) if source else claim.citation.source
    of, versus = (arm_name(claim, links, side) for side in (contrast.of, contrast.versus))
    arm = (versus if turned else of) if len(claim.contrasts) > 1 else ""
    comparison = Comparison(
        label=_short(", ".join(filter(None, (name, arm, time_text(claim.timepoint)))), MOST),
        figures=seen.text,
        group=_short(f"{design}, against {of if turned else versus}", MOST_SMALL),
        value=seen.value,
        low=seen.low,
        high=seen.high,
        pooled=is_pooled(claim),
    )
    return _Drawn(entry, contrast, comparison)


def _plot(key: tuple[str, str, str, int | None], found: list[_Drawn], links: Links, id: str) -> Plot:
    outcome, measure, _, good = key
    found = sorted(found, key=lambda each: (each.comparison.pooled, each.comparison.group, each.comparison.label))
    label = links.kb.label("outcomes", outcome)
    claim = found[0].entry.record
    if isinstance(claim, Finding) and prints_falls(claim):
        label = f"Fall in {in_sentence(label)}"
    caption = f"{label}: {MEASURES[measure].lower()}{unit_caption(found[0].contrast)}"
    described = "; ".join(f"{each.comparison.label}: {effect_text(each.contrast)}" for each in found)
    words = Words(
        id=id,
        title=caption,
        description=f"{described}. {_sides(good)[2]}",
        favours_left=_sides(good)[0],
        favours_right=_sides(good)[1],
    )
    null = null_of(measure)
    assert null is not None
    drawing = forest([each.comparison for each in found], float(null), scale_of(measure) == "log", words)
    return Plot(caption, Part(TEMPLATE, drawing), _numbers(caption, found, links))


def unit_caption(contrast: Contrast) -> str:
    """The unit of the axis, where it has one."""
    unit = unit_words(contrast).strip()
    return f" in {unit}" if unit and unit != "%" else " in percentage points" if unit else ""


def _sides(good: int | None) -> tuple[str, str, str]:
    if good == 1:
        return "favours comparator", "favours treatment", "Values to the right favour the treatment."
    if good == -1:
        return "favours treatment", "favours comparator", "Values to the left favour the treatment."
    return "lower", "higher", "Which side is better for patients is not told."


def _numbers(caption: str, found: list[_Drawn], links: Links) -> Table:
    rows = [
        Row(
            (
                head(links.claim(each.entry.id, each.comparison.label)),
                text(each.comparison.group),
                figure(each.contrast.value, unit_words(each.contrast)),
                text(interval_words(each.contrast.interval)),
            )
        )
        for each in found
    ]
    return table(f"{caption}: the numbers", ["Study or review", "Design and comparator", "Estimate", "Interval"], rows)


def _short(text_: str, most: int) -> str:
    return text_ if len(text_) <= most else f"{text_[: most - 1].rstrip()}…"
