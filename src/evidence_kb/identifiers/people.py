"""ORCID iDs of authors, with the check character of ISO 7064 MOD 11-2."""

from __future__ import annotations

import re

from evidence_kb.identifiers import pasting
from evidence_kb.identifiers.outcome import Normalised, Outcome, Refused, shown

_HOSTS = frozenset({"orcid.org"})
_LABELS = ("orcid id", "orcid:", "orcid")
_FOUR = r"[0-9]{4}"
_ORCID = re.compile(rf"({_FOUR})[ -]?({_FOUR})[ -]?({_FOUR})[ -]?([0-9]{{3}}[0-9X])")


def normalise_orcid(given: str) -> Outcome:
    """The ORCID iD as four groups of four with hyphens, without the address before it.

    That the number lies in one of the blocks set aside for ORCID is not tested: the blocks grow, and a slip of the
    pen that the check character lets through is too rare for it.
    """
    text = pasting.trimmed(given)
    found = pasting.opened(text, _HOSTS, _LABELS)
    text = "".join(found.segments[:1]) if isinstance(found, pasting.Link) else found
    text = pasting.plain_separators(text).upper()
    match = _ORCID.fullmatch(text)
    if match is None:
        reason = f"{shown(given)} is not an ORCID iD: it is sixteen digits in four groups, the last may be X."
        return Refused("ORCID", given, reason)
    digits = "".join(match.groups())
    if check_mod_11_2(digits[:15]) != digits[15]:
        reason = f"{shown(given)} is not an ORCID iD: the check digit does not fit, so at least one digit is wrong."
        return Refused("ORCID", given, reason)
    return Normalised("ORCID", given, "-".join(match.groups()))


def check_mod_11_2(digits: str) -> str:
    """The check character of ISO/IEC 7064:2003, MOD 11-2, for a run of decimal digits; X stands for ten."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    result = (12 - total) % 11
    return "X" if result == 10 else str(result)
