"""The evidence on an outcome by what it shows: for, against, neither, and what tells nothing; context apart."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.conflicts import DIFFERENCE, HEADINGS, NEITHER
from evidence_kb.analysis.result_of_comparison import results
from evidence_kb.analysis.study_identity import unique_evidence
from evidence_kb.analysis.wording import in_sentence, treatment_phrase
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.question import BodyClaim, Pico
from evidence_kb.site.addresses import Links
from evidence_kb.site.views.claims import ClaimCard, card
from evidence_kb.site.words import WHY_CONTEXT, counted, plain

UNTOLD = "untold"
DIRECTED = frozenset({"for", "against"})
BRIEF = {
    "neither": "no difference shown or inconclusive",
    UNTOLD: "no comparison",
}
NAMES = {
    **HEADINGS,
    "neither": "No difference shown, or inconclusive",
    UNTOLD: "No comparison printed, or none that shows a side",
}


@dataclass(frozen=True, slots=True)
class SideView:
    """The claims that show one thing, with the unique studies and people behind them."""

    stance: str
    brief: str
    heading: str
    behind: str
    claims: tuple[ClaimCard, ...]


def sides(body: tuple[BodyClaim, ...], links: Links, pico: Pico) -> tuple[SideView, ...]:
    """Rated claims and those inside the estimate, by what they show of the treatment; every side that has any."""
    names = NAMES | {"for": _favours(pico.intervention, "treatment", links)}
    names["against"] = _favours(pico.comparator, "comparator", links)
    asked = frozenset(pico.intervention)
    grouped: dict[str, list[tuple[str, ClaimCard]]] = {stance: [] for stance in NAMES}
    for part in body:
        entry = links.kb.claims.get(part.claim)
        if entry is None or part.role == "context":
            continue
        for stance, words in _stances(entry.record, entry.id, links, asked):
            inside = "already inside the pooled estimate" if part.role == "inside-estimate" else ""
            note = "; ".join(filter(None, (words, inside, _indirect(part))))
            grouped[stance].append((entry.id, card(entry, links, note)))
    return tuple(
        SideView(
            stance,
            in_sentence(heading) if stance in DIRECTED else BRIEF[stance],
            heading,
            unique_evidence([id for id, _ in grouped[stance]], links.kb).text,
            tuple(short for _, short in grouped[stance]),
        )
        for stance, heading in names.items()
        if grouped[stance]
    )


def context(body: tuple[BodyClaim, ...], links: Links) -> tuple[ClaimCard, ...]:
    """Claims that are context only, each with the reason."""
    found = []
    for part in body:
        entry = links.kb.claims.get(part.claim)
        if entry is not None and part.role == "context":
            why = f"context because of {WHY_CONTEXT[part.why]}" if part.why else "context"
            found.append(card(entry, links, "; ".join(filter(None, (why, _indirect(part))))))
    return tuple(found)


def context_words(found: tuple[ClaimCard, ...]) -> str:
    """`Context, not counted: 3 claims`."""
    return f"Context, not counted as evidence for or against: {counted(len(found), 'claim')}"


def _favours(terms: tuple[str, ...], side: str, links: Links) -> str:
    """`Favours placebo`; of several treatments the side alone is named."""
    return f"Favours {treatment_phrase(terms, links.kb) if len(terms) == 1 else f'the {side}'}"


def _stances(claim: Claim, id: str, links: Links, asked: frozenset[str]) -> list[tuple[str, str]]:
    """What a claim shows: each stance once, with the words of its results."""
    if not isinstance(claim, Finding):
        return [(UNTOLD, "")]
    found: dict[str, list[str]] = {}
    for result in results(claim, id, links.kb, asked):
        stance = UNTOLD
        if result.result in DIFFERENCE:
            stance = "for" if result.result == "favours-intervention" else "against"
        elif result.result in NEITHER or result.result == "non-inferior":
            stance = "neither"
        found.setdefault(stance, []).append(f"{result.words} ({result.because})")
    told = {stance: words for stance, words in found.items() if stance != UNTOLD}
    return [(stance, "; ".join(dict.fromkeys(words))) for stance, words in (told or found).items()] or [(UNTOLD, "")]


def _indirect(part: BodyClaim) -> str:
    if part.directness != "indirect":
        return ""
    return f"indirect: {', '.join(plain(reason) for reason in part.indirect_because or ())}"
