"""What guidelines say of the treatments of a question, in one line a body, for the bottom line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence_kb.analysis.hierarchy import kin
from evidence_kb.analysis.wording import in_sentence, listed, treatment_phrase
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.question import Pico
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.drugs import classes_above
from evidence_kb.site.views.grades import standing_words
from evidence_kb.site.views.silences import silences
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


@dataclass(slots=True)
class _Edition:
    """What an edition says of the treatments, how it stands, and whether it names them at all."""

    says: list[Link] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    names: bool = False


def guideline_lines(found: Sequence[Entry[Claim]], pico: Pico, links: Links) -> tuple[GuidelineLine, ...]:
    """The newest edition of each body that tells of a treatment of the question, newest first, undated ones last.

    What was listed with the question as advised against or as not found is told whatever it is about. Before an edition
    that does not name the treatment the newest one that does is shown too, with its standing.
    """
    editions = _editions(found, pico, links)
    shown: list[tuple[str, str]] = []
    for body in {body for body, _ in editions}:
        dates = sorted((date for of, date in editions if of == body), reverse=True)
        naming = [date for date in dates if editions[body, date].names]
        shown += [(date, body) for date in dict.fromkeys([dates[0], *naming[:1]])]
    return tuple(_line(body, date, editions[body, date], links) for date, body in sorted(shown, reverse=True))


def _editions(found: Sequence[Entry[Claim]], pico: Pico, links: Links) -> dict[tuple[str, str], _Edition]:
    editions: defaultdict[tuple[str, str], _Edition] = defaultdict(_Edition)
    for entry in found:
        claim = entry.record
        if isinstance(claim, Recommendation):
            told = _told(claim, pico, links)
            if told:
                edition = editions[claim.body, claim.date or ""]
                edition.says.append(links.claim(entry.id, _words(claim, told, pico, links)))
                edition.states.add(claim.status.value)
                edition.names = True
    for silence in silences(found, links.kb):
        edition = editions[silence.body, silence.date]
        edition.says.append(links.claim(silence.entry.id, silence.words))
        edition.states |= silence.states
    return editions


def _line(body: str, date: str, edition: _Edition, links: Links) -> GuidelineLine:
    return GuidelineLine(
        body=links.term("bodies", body),
        date=day(date) if date else "date not seen",
        status=", ".join(in_sentence(standing_words(state)) for state in sorted(edition.states - {"current"})),
        says=tuple(edition.says),
    )


def _told(claim: Recommendation, pico: Pico, links: Links) -> tuple[str, ...]:
    """The treatments to tell of: those of the question, and all that guidance listed with it advises against."""
    if claim.direction == "against":
        return claim.intervention
    return tuple(term for term in claim.intervention if _meant(term, pico.intervention, links))


def _meant(term: str, interventions: tuple[str, ...], links: Links) -> bool:
    """Whether a guideline's treatment is one of the question, contains it, or stands for any member of its class."""
    return any(kin(term, one, links.kb) or term in classes_above(links.kb, one) for one in interventions)


def _words(claim: Recommendation, told: tuple[str, ...], pico: Pico, links: Links) -> str:
    said = claim.value.endswith(f" {claim.direction}")  # "strong for" needs no second word
    way = ":" if said else f", {WORDS[claim.direction]}"
    named = [treatment_phrase((term,), links.kb) for term in told]
    others = ["others"] if len(told) < len(claim.intervention) else []
    return f"{claim.value}{way} {listed(named + others)}{_people(claim, pico, links)}"


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
