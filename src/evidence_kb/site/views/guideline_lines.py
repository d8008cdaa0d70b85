"""What guidelines say of the treatments of a question, in one line a body, for the bottom line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_kb.analysis.directions import kin
from evidence_kb.analysis.wording import listed, treatment_phrase
from evidence_kb.knowledge_base import Entry
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.words import day

GONE = frozenset({"superseded", "retired", "withdrawn"})
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


def guideline_lines(
    found: Iterable[Entry[Claim]], interventions: tuple[str, ...], links: Links
) -> tuple[GuidelineLine, ...]:
    """The newest edition of each body that names a treatment of the question, newest first, undated ones last.

    An edition that was superseded is shown only where nothing newer of its body names the treatment.
    """
    editions: dict[tuple[str, str], list[tuple[Entry[Claim], Recommendation, tuple[str, ...]]]] = {}
    for entry in found:
        claim = entry.record
        if isinstance(claim, Recommendation):
            told = tuple(term for term in claim.intervention if any(kin(term, i, links.kb) for i in interventions))
            if told:
                editions.setdefault((claim.body, claim.date or ""), []).append((entry, claim, told))
    newest: dict[str, str] = {}
    for body, date in sorted(editions):
        newest[body] = date
    shown = sorted(newest.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)
    return tuple(_line(body, date, editions[body, date], links) for body, date in shown)


def _line(
    body: str, date: str, said: list[tuple[Entry[Claim], Recommendation, tuple[str, ...]]], links: Links
) -> GuidelineLine:
    states = {claim.status.value for _, claim, _ in said}
    says = tuple(
        links.claim(entry.id, f"{claim.value}, {WORDS[claim.direction]} {_treatments(told, links)}")
        for entry, claim, told in said
    )
    return GuidelineLine(
        body=links.term("bodies", body),
        date=day(date) if date else "date not seen",
        status=listed(sorted(states)) if states <= GONE else "",
        says=says,
    )


def _treatments(terms: tuple[str, ...], links: Links) -> str:
    return listed([treatment_phrase((term,), links.kb) for term in terms])
