"""GRADE arithmetic of one outcome: start, levels down and up, and what keeps a rating provisional."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.grade import Certainty, Level, Step
from evidence_kb.records.question import Question, QuestionOutcome
from evidence_kb.records.source import Source

LEVELS: tuple[Level, ...] = ("very-low", "low", "moderate", "high")
WORDS: dict[str, str] = {"high": "High", "moderate": "Moderate", "low": "Low", "very-low": "Very low"}
SYMBOLS: dict[str, str] = {"high": "⊕⊕⊕⊕", "moderate": "⊕⊕⊕◯", "low": "⊕⊕◯◯", "very-low": "⊕◯◯◯"}
DOMAINS = {
    "risk_of_bias": "risk of bias",
    "inconsistency": "inconsistency",
    "indirectness": "indirectness",
    "imprecision": "imprecision",
    "publication_bias": "publication bias",
    "large_effect": "large effect",
    "dose_response": "dose response",
    "opposing_confounding": "opposing confounding",
}
RANDOMISED_DESIGNS = frozenset({"randomized-controlled-trial"})
SYNTHESES = frozenset(
    {"meta-analysis", "network-meta-analysis", "systematic-review", "umbrella-review", "pooled-analysis"}
)
RATED_FOR_BIAS = frozenset({"low", "some-concerns", "high", "moderate", "serious", "critical"})


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a rating: the domain in words, the levels (negative for down), and the reason given."""

    field: str
    domain: str
    levels: int
    reason: str

    @property
    def text(self) -> str:
        """`imprecision (−2): 295 people …`."""
        sign = "\u2212" if self.levels < 0 else "+"
        return f"{self.domain} ({sign}{abs(self.levels)}): {self.reason}"


@dataclass(frozen=True, slots=True)
class Grading:
    """The rating of one outcome as computed beside the rating as stated.

    `computed` is start less downs plus ups, kept between very low and high; None where nothing was rated. `text` is
    what a page shows (`Very low (provisional)`), `symbol` always stands beside the word, never alone.
    """

    status: str
    start: str | None
    steps: tuple[Reason, ...]
    computed: Level | None
    stated: Level | None
    provisional_because: tuple[str, ...]

    @property
    def level(self) -> Level | None:
        """The stated level; None where the outcome is not rated."""
        return None if self.status == "not-rated" else self.stated

    @property
    def word(self) -> str:
        """`Very low`, or `Not rated`."""
        return WORDS[self.level] if self.level else "Not rated"

    @property
    def symbol(self) -> str:
        """Four signs for the level; a dash where it is not rated."""
        return SYMBOLS[self.level] if self.level else "\u2013"

    @property
    def text(self) -> str:
        """The word, with the word provisional where it applies."""
        return f"{self.word} (provisional)" if self.status == "provisional" and self.level else self.word

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every step in words."""
        return tuple(step.text for step in self.steps)


def steps(certainty: Certainty) -> tuple[Reason, ...]:
    """All steps of a rating in the order of the domains."""
    found: list[Reason] = []
    for part, sign in ((certainty.down, -1), (certainty.up, 1)):
        for name in type(part).model_fields if part is not None else ():
            step = getattr(part, name)
            if isinstance(step, Step):
                found.append(Reason(name, DOMAINS[name], sign * step.levels, step.reason))
    return tuple(found)


def computed_level(certainty: Certainty) -> Level | None:
    """max(1, min(4, start - sum of downs + sum of ups)), with high 4 and low 2 as starts (GRADE guidelines 3)."""
    if certainty.start is None:
        return None
    place = {"high": 3, "low": 1}[certainty.start] + sum(step.levels for step in steps(certainty))
    return LEVELS[max(0, min(len(LEVELS) - 1, place))]


def grade(question: Question, row: QuestionOutcome, kb: KnowledgeBase) -> Grading:
    """The rating of one row with what keeps it from being full."""
    certainty = row.certainty
    return Grading(
        status=certainty.status,
        start=certainty.start,
        steps=steps(certainty),
        computed=computed_level(certainty),
        stated=certainty.final,
        provisional_because=tuple(why_provisional(question, row, kb)),
    )


def why_provisional(question: Question, row: QuestionOutcome, kb: KnowledgeBase) -> list[str]:
    """What a full rating lacks: a systematic search, risk of bias of every rated study, full texts."""
    lacking = []
    if question.search.method != "systematic":
        lacking.append("the search was not systematic")
    sources = [source for source in rated_sources(row, kb) if source.study is not None or source.design in SYNTHESES]
    if not sources or any(not _bias_rated(source) for source in sources):
        lacking.append("risk of bias was not rated study by study")
    if row.certainty.basis != "full-texts":
        lacking.append("not all full texts were read")
    return lacking


def _bias_rated(source: Source) -> bool:
    bias = source.risk_of_bias
    return bias is not None and bias.from_ == "full-text" and bias.overall in RATED_FOR_BIAS


def rated_sources(row: QuestionOutcome, kb: KnowledgeBase) -> tuple[Source, ...]:
    """The sources of the claims that the row rates, each once."""
    found: dict[str, Source] = {}
    for part in row.body:
        claim = kb.claims.get(part.claim)
        if part.role == "context" or claim is None:
            continue
        for citation in claim.record.citations:
            if citation.source in kb.sources:
                found.setdefault(citation.source, kb.sources[citation.source].record)
    return tuple(found.values())


def starts(row: QuestionOutcome, kb: KnowledgeBase) -> tuple[str, ...]:
    """The starts that the designs of the rated claims allow, without repeats: high for randomised, low for others.

    A synthesis starts where its `designs` say; with ROBINS-I a non-randomised study may start high.
    """
    found: list[str] = []
    for part in row.body:
        claim = kb.claims.get(part.claim)
        if part.role != "rated" or claim is None:
            continue
        designs = tuple(getattr(claim.record, "designs", ()))
        for citation in claim.record.citations:
            source = kb.sources.get(citation.source)
            if source is not None:
                found.extend(_allowed_starts(source.record, designs))
    return tuple(dict.fromkeys(found))


def _allowed_starts(source: Source, designs: tuple[str, ...]) -> tuple[str, ...]:
    if source.risk_of_bias is not None and source.risk_of_bias.tool.upper().startswith("ROBINS-I"):
        return ("high", "low")
    if source.design in SYNTHESES:
        if not designs:
            return ("high", "low")
        return ("high",) if set(designs) <= RANDOMISED_DESIGNS else ("low",)
    if source.design in RANDOMISED_DESIGNS:
        assignment = source.study.assignment if source.study else "not-seen"
        return ("high",) if assignment in ("randomised", "not-seen") else ("high", "low")
    return ("low",)
