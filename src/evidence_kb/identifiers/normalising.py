"""One entrance for all kinds of identifiers, with the promises that hold for every kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from evidence_kb.identifiers.books import normalise_isbn, normalise_issn
from evidence_kb.identifiers.doi import normalise_doi
from evidence_kb.identifiers.outcome import MAX_LENGTH, Kind, Normalised, Outcome, Refused, shown
from evidence_kb.identifiers.people import normalise_orcid
from evidence_kb.identifiers.pubmed import normalise_pmcid, normalise_pmid
from evidence_kb.identifiers.trials import normalise_eudract, normalise_isrctn, normalise_nct
from evidence_kb.identifiers.web import normalise_url

_READERS: Mapping[Kind, Callable[[str], Outcome]] = MappingProxyType(
    {
        "DOI": normalise_doi,
        "PMID": normalise_pmid,
        "PMCID": normalise_pmcid,
        "NCT": normalise_nct,
        "ISRCTN": normalise_isrctn,
        "EudraCT": normalise_eudract,
        "ISBN": normalise_isbn,
        "ISSN": normalise_issn,
        "ORCID": normalise_orcid,
        "URL": normalise_url,
    }
)


def normalise(kind: Kind, text: str) -> Normalised | Refused:
    """Read an identifier of a known kind: its canonical form, or a sentence that says what is wrong with it.

    Never raises on any text. The canonical form is a fixed point: read again it stays what it is. The time is bounded,
    because text beyond `MAX_LENGTH` characters is refused unread.
    """
    if len(text) > MAX_LENGTH:
        return Refused(kind, text, f"{shown(text)} is too long: at most {MAX_LENGTH} characters are read.")
    if not text.strip():
        return Refused(kind, text, f"The {kind} is empty; leave the line out where there is none.")
    read = _READERS[kind]
    outcome = read(text)
    if isinstance(outcome, Normalised):
        again = read(outcome.value)
        if isinstance(again, Normalised) and again.value == outcome.value:
            return outcome
        suggestion = again.value if isinstance(again, Normalised) else None
        return _settled(Refused(kind, text, f"{shown(text)} is wrapped or encoded more than once.", suggestion))
    if outcome.suggestion is None:
        folded = unicodedata.normalize("NFKC", text)
        outcome = replace(outcome, suggestion=_value(read(folded))) if folded != text else outcome
    return _settled(outcome)


def _value(outcome: Outcome) -> str | None:
    return outcome.value if isinstance(outcome, Normalised) else outcome.suggestion


def _settled(refused: Refused) -> Refused:
    """The refusal without a suggestion that would not itself be accepted as it stands."""
    if refused.suggestion is None:
        return refused
    again = _READERS[refused.kind](refused.suggestion)
    sound = isinstance(again, Normalised) and again.value == refused.suggestion
    return refused if sound else replace(refused, suggestion=None)
