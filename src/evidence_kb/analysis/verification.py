"""A printed result checked against itself and against its arms, before anything is entered into a library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.recomputation import CHECKERS, explained
from evidence_kb.analysis.reported_result import Reported, plain, read_result
from evidence_kb.analysis.reported_statistics import statistics_of
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.analysis import Analysis
from evidence_kb.records.arms import ArmContinuous, ArmProportion, Centre, Spread
from evidence_kb.records.base import Claim
from evidence_kb.records.citation import Citation, Locator
from evidence_kb.records.claims.comparison import Comparison
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.contrast import Contrast, Interval
from evidence_kb.statistics.errors import CannotCompute

_NUM = r"-?(?:\d+(?:\.\d+)?|\.\d+)"
_COUNTS = re.compile(r"(?P<events>\d+)\s*/\s*(?P<n>\d+)")
_PERCENT = re.compile(r"(?P<percent>\d+(?:\.\d+)?)\s*%\s*(?:/|of)?\s*(?P<n>\d+)?")
_MEAN = re.compile(
    rf"(?P<mean>{_NUM})\s*(?:\(\s*(?:SD\s*)?(?P<sd>{_NUM})\s*\)|(?:\+-|\+/-|±)\s*(?P<plus>{_NUM}))"
    r"\s*/\s*(?P<n>\d+)"
)
FIRST, SECOND = "first-arm", "second-arm"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was read, what was recomputed, and the answer in one sentence.

    `consistent` is False where something differs that nothing explains. `checked` is False where nothing could be
    recomputed: then the result is neither right nor wrong.
    """

    read: Reported
    items: tuple[Recomputed, ...]
    sentence: str

    @property
    def differing(self) -> tuple[Recomputed, ...]:
        """What differs and is not explained."""
        return tuple(item for item in self.items if item.unexplained)

    @property
    def consistent(self) -> bool:
        """Whether nothing differs."""
        return not self.differing

    @property
    def checked(self) -> bool:
        """Whether anything was recomputed at all."""
        return any(item.verdict != "cannot-tell" for item in self.items)


def verify(
    text: str,
    arms: Sequence[str] = (),
    *,
    measure: str | None = None,
    people: int | None = None,
    adjusted: bool = False,
) -> Verification:
    """Check a printed result against itself and against its arms.

    `arms` are `15/30`, `50%/30` or `3.1 (1.2)/30`, the first of them compared with the second; `people` is the number
    of both arms together where they are not given. Raises CannotCompute for an arm that cannot be read, and where the
    text holds nothing that could be.
    """
    read = read_result(text, measure)
    if adjusted:
        read = replace(read, adjusted=True)
    items = list(_of_claim(read, [_arm(arm, name) for arm, name in zip(arms, (FIRST, SECOND), strict=False)], people))
    items += statistics_of(text)
    if read.measure is None and read.p is None and not items:
        raise CannotCompute(f"nothing in `{text}` could be read as a result")
    ordered = tuple(sorted(items, key=lambda item: (item.check, [str(part) for part in item.path])))
    return Verification(read, ordered, _sentence(ordered))


def _sentence(items: Sequence[Recomputed]) -> str:
    differing = [item for item in items if item.unexplained]
    told = [item for item in items if item.verdict != "cannot-tell"]
    if not told:
        return "Nothing could be recomputed from this."
    if not differing:
        return f"Consistent: {'; '.join(item.sentence for item in told)}."
    return f"Inconsistent: {'; '.join(item.sentence for item in differing)}."


def _of_claim(read: Reported, arms: list[Any], people: int | None) -> list[Recomputed]:
    """The checks of a claim that holds just this result."""
    kb = KnowledgeBase(None, {}, {}, {}, {}, {})
    claim = _claim(read, arms, people)
    return explained([item for checker in CHECKERS for item in checker(claim, kb)])


def _claim(read: Reported, arms: list[Any], people: int | None) -> Claim:
    citation = Citation.model_construct(source="-", read="part", locator=Locator.model_construct(part="other"))
    common: dict[str, Any] = {
        "statement": "",
        "citation": citation,
        "outcome": "-",
        "analysis": Analysis.model_construct(),
        "contrasts": (_contrast(read),),
    }
    if arms and all(isinstance(arm, ArmProportion) for arm in arms):
        return ResponseRate.model_construct(type="response_rate", event="-", arms=tuple(arms), **common)
    if arms:
        return Continuous.model_construct(type="continuous", quantity="end", arms=tuple(arms), **common)
    if people is not None:
        halves = (people // 2, people - people // 2)
        sized = tuple(
            ArmContinuous.model_construct(arm=name, n=n) for name, n in zip((FIRST, SECOND), halves, strict=True)
        )
        return Continuous.model_construct(type="continuous", quantity="end", arms=sized, **common)
    return Comparison.model_construct(type="comparison", **common)


def _contrast(read: Reported) -> Contrast:
    interval = None
    if read.low is not None and read.high is not None:
        kind: Literal["credible"] | None = "credible" if read.credible else None
        interval = Interval.model_construct(level=read.level, low=read.low, high=read.high, kind=kind)
    return Contrast.model_construct(
        of=FIRST,
        versus=SECOND,
        kind="between-arms",
        measure=read.measure or "none",  # type: ignore[arg-type]
        value=read.value,
        unit=read.unit,
        interval=interval,
        p=read.p,
        adjusted_for=("covariates",) if read.adjusted else None,
    )


def _arm(text: str, name: str) -> ArmProportion | ArmContinuous:
    words = plain(text)
    if match := _COUNTS.fullmatch(words):
        events, n = int(match["events"]), int(match["n"])
        if not n > 0 or events > n:
            raise CannotCompute(f"{text}: more events than people")
        return ArmProportion.model_construct(arm=name, n_events=events, n=n)
    if match := _MEAN.fullmatch(words):
        width = match["sd"] or match["plus"]
        return ArmContinuous.model_construct(
            arm=name,
            n=int(match["n"]),
            centre=Centre.model_construct(stat="mean", value=Printed(match["mean"])),
            spread=Spread.model_construct(kind="sd", value=Printed(width)),
        )
    if match := _PERCENT.fullmatch(words):
        n = int(match["n"]) if match["n"] else 0
        return ArmProportion.model_construct(arm=name, n=n or None, percent=Printed(match["percent"]))
    raise CannotCompute(f"`{text}` is no arm: write 15/30, 50%/30 or 3.1 (1.2)/30")
