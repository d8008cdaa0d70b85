"""Identifiers of publications, trials, books and people: is it well-formed, how is it written, where does it lead?

`normalise` answers the first two questions, `url_for` the third. Nothing here asks the network: that a DOI is
well-formed does not say that it exists.
"""

from __future__ import annotations

from evidence_kb.identifiers.normalising import normalise
from evidence_kb.identifiers.outcome import KINDS, MAX_LENGTH, Kind, Normalised, Refused
from evidence_kb.identifiers.resolving import url_for

__all__ = ["KINDS", "MAX_LENGTH", "Kind", "Normalised", "Refused", "normalise", "url_for"]
