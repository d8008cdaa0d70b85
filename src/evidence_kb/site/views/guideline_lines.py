"""What guidelines say of the treatments of a question, in one line a body, for the bottom line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_kb.analysis.hierarchy import kin
from evidence_kb.analysis.wording import in_sentence, listed, treatment_phrase
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.question import Pico
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.drugs import classes_above
from evidence_kb.site.views.grades import standing_words
from evidence_kb.site.words import day

WORDS = {
    "for": "for",
    "against": "against",
    "either": "either way for",
    "no-recommendation": "no recommendation on",
    "not-stated": "on",
}


@dataclass(frozen=True, slots=True)
class GuidelineLine:
    """One edition of one body; `status` is said where it no longer holds, each of `says` leads to its claim."""

    body: Link
    date: str
    status: str
    says: tuple[Link, ...]


def guideline_lines(found: Iterable[Entry[Claim]], pico: Pico, links: Links) -> tuple[GuidelineLine, ...]:
    """The newest edition of each body that names a treatment of the question, newest first, undated ones last.

    An edition that was superseded is shown only where nothing newer of its body names the treatment.
    """
    editions: dict[tuple[str, str], list[tuple[Entry[Claim], Recommendation, tuple[str, ...]]]] = {}
    for entry in found:
        claim = entry.record
        if isinstance(claim, Recommendation):
            told = tuple(term for term in claim.intervention if _meant(term, pico.intervention, links))
            if told:
                editions.setdefault((claim.body, claim.date or ""), []).append((entry, claim, told))
    newest: dict[str, str] = {}
    for body, date in sorted(editions):
        newest[body] = date
    shown = sorted(newest.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)
    return tuple(_line(body, date, editions[body, date], pico, links) for body, date in shown)


def _line(
    body: str, date: str, said: list[tuple[Entry[Claim], Recommendation, tuple[str, ...]]], pico: Pico, links: Links
) -> GuidelineLine:
    states = {claim.status.value for _, claim, _ in said}
    says = tuple(links.claim(entry.id, _words(claim, told, pico, links)) for entry, claim, told in said)
    return GuidelineLine(
        body=links.term("bodies", body),
        date=day(date) if date else "date not seen",
        status=", ".join(in_sentence(standing_words(state)) for state in sorted(states - {"current"})),
        says=says,
    )


def _meant(term: str, interventions: tuple[str, ...], links: Links) -> bool:
    """Whether a guideline's treatment is one of the question, contains it, or stands for any member of its class."""
    return any(kin(term, one, links.kb) or term in classes_above(links.kb, one) for one in interventions)


def _words(claim: Recommendation, told: tuple[str, ...], pico: Pico, links: Links) -> str:
    said = claim.value.endswith(f" {claim.direction}")  # "strong for" needs no second word
    way = ":" if said else f", {WORDS[claim.direction]}"
    return f"{claim.value}{way} {_treatments(told, links)}{_people(claim, pico, links)}"


def _people(claim: Recommendation, pico: Pico, links: Links) -> str:
    """For whom, where the guideline means other people than the question, or only some of them."""
    parts: list[str] = []
    if claim.population is not None:
        other = claim.population.term != pico.population
        parts += [links.kb.label("populations", claim.population.term)] if other else []
        parts += [claim.population.detail] if claim.population.detail else []
    for share in claim.conditions:
        parts += [links.kb.label("conditions", share.term)] if share.term not in pico.conditions else []
        parts += [share.detail] if share.detail else []
    return f" ({', '.join(map(in_sentence, parts))})" if parts else ""


def _treatments(terms: tuple[str, ...], links: Links) -> str:
    return listed([treatment_phrase((term,), links.kb) for term in terms])
