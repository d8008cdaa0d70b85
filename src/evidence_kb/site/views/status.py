"""What every page says first: that nobody has reviewed it, and for which date it holds."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.analysis.review_state import review_state
from evidence_kb.records.base import Entity
from evidence_kb.site.source import Site
from evidence_kb.site.words import day


@dataclass(frozen=True, slots=True)
class Notice:
    """The library's notice and the date of its evidence."""

    notice: str
    as_of: str


def notice(site: Site) -> Notice:
    """The notice of every page."""
    return Notice(site.library.notice, day(site.as_of))


STATES = {
    "draft": "Draft: no second person has checked it",
    "figures-checked": "Figures checked by a second person",
    "appraised": "Appraised by a methodologist",
    "clinician-reviewed": "Reviewed by a clinician",
    "needs-update": "Needs an update: a reader disagrees",
    "withdrawn": "Withdrawn",
}


def review_words(record: Entity) -> str:
    """The state of review in words; a check by a machine is named and advances nothing."""
    state = review_state(record.checks)
    by = ", ".join(f"{check.by}, {day(check.on)}" for check in state.carried_by[-1:])
    return STATES[state.state] + (f" ({by})" if by else "")
