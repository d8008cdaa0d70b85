"""What comes of reading an identifier: its canonical form, or the reason why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["DOI", "PMID", "PMCID", "NCT", "ISRCTN", "EudraCT", "ISBN", "ISSN", "ORCID", "URL"]

KINDS: tuple[Kind, ...] = ("DOI", "PMID", "PMCID", "NCT", "ISRCTN", "EudraCT", "ISBN", "ISSN", "ORCID", "URL")

# Longer text is refused unread. Crossref takes DOIs of at most 2,048 characters, browsers' and servers' limits for
# addresses are of the same order, so that nothing in use is lost and every pass over the text stays cheap.
MAX_LENGTH = 2048

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Normalised:
    """A well-formed identifier: `given` is what the file says, `value` the one form that is compared and shown."""

    kind: Kind
    given: str
    value: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Text that is no identifier of its kind; `suggestion`, where there is one, is itself canonical."""

    kind: Kind
    given: str
    reason: str
    suggestion: str | None = None


Outcome = Normalised | Refused


def shown(text: str) -> str:
    """The text as a message quotes it: on one line, printable, and not longer than about sixty characters."""
    visible = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text[:200])
    if len(visible) > _SHOWN:
        visible = visible[: _SHOWN - 1] + "…"
    return f"“{visible}”"
