"""Registration numbers of trials: ClinicalTrials.gov (NCT), ISRCTN, and the European EudraCT and EU CT numbers."""

from __future__ import annotations

import re
from typing import Literal

from evidence_kb.identifiers import pasting
from evidence_kb.identifiers.outcome import Normalised, Outcome, Refused, shown

_NCT = re.compile(r"(?:NCT: ?)?NCT[ \u00a0#:-]{0,2}(?P<digits>[0-9]{8})", re.IGNORECASE)
_NCT_INSIDE = re.compile(r"(?<![0-9A-Za-z])NCT[0-9]{8}(?![0-9])", re.IGNORECASE)
_ISRCTN = re.compile(r"(?:ISRCTN: ?)?ISRCTN[ \u00a0#:-]{0,2}(?P<digits>[0-9]{8})", re.IGNORECASE)
_ISRCTN_INSIDE = re.compile(r"(?<![0-9A-Za-z])ISRCTN[0-9]{8}(?![0-9])", re.IGNORECASE)
_EIGHT = re.compile(r"[0-9]{8}")
_EUROPEAN = re.compile(r"(?P<number>20[0-9]{2}-[0-9]{6}-[0-9]{2})(?P<submission>-[0-9]{2})?(?:[-/][A-Z]{2})?")
_EUROPEAN_INSIDE = re.compile(r"(?<![0-9-])20[0-9]{2}-[0-9]{6}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])")
_NCT_HOSTS = frozenset({"clinicaltrials.gov", "classic.clinicaltrials.gov", "beta.clinicaltrials.gov"})
_NCT_LABELS = (
    "clinicaltrials.gov identifier",
    "clinicaltrials.gov number",
    "clinicaltrials.gov id",
    "clinicaltrials.gov",
    "nct number",
)
_ISRCTN_HOSTS = frozenset({"isrctn.com", "isrctn.org", "controlled-trials.com", "doi.org", "dx.doi.org"})
_ISRCTN_LABELS = ("isrctn registry", "isrctn number", "doi:10.1186/", "10.1186/")
_EUROPEAN_HOSTS = frozenset({"clinicaltrialsregister.eu", "euclinicaltrials.eu"})
_EUROPEAN_LABELS = ("eudract number", "eudract no", "eudract", "eu ct number", "eu ct no", "eu ct", "euct", "ctis")


def normalise_nct(given: str) -> Outcome:
    """The ClinicalTrials.gov number as `NCT` and eight digits; it has no check digit."""
    reason = "is not a ClinicalTrials.gov number: it is NCT and exactly eight digits, not all zero."
    return _numbered("NCT", given, _NCT, _NCT_INSIDE, (_NCT_HOSTS, _NCT_LABELS), reason)


def normalise_isrctn(given: str) -> Outcome:
    """The ISRCTN as the letters and eight digits.

    No rule for a check digit is published, so none is tested here.
    """
    reason = "is not an ISRCTN: it is the letters ISRCTN and exactly eight digits, not all zero."
    return _numbered("ISRCTN", given, _ISRCTN, _ISRCTN_INSIDE, (_ISRCTN_HOSTS, _ISRCTN_LABELS), reason)


def _numbered(
    letters: Literal["NCT", "ISRCTN"],
    given: str,
    whole: re.Pattern[str],
    inside: re.Pattern[str],
    pasted: tuple[frozenset[str], tuple[str, ...]],
    reason: str,
) -> Outcome:
    """Letters and eight digits, alone or as they are pasted: from an address of these hosts, or after these labels."""
    text = pasting.trimmed(given)
    found = pasting.opened(text, *pasted)
    text = next(filter(whole.fullmatch, found.segments), "") if isinstance(found, pasting.Link) else found
    match = whole.fullmatch(text)
    if match and int(match["digits"]):
        return Normalised(letters, given, letters + match["digits"])
    return Refused(letters, given, f"{shown(given)} {reason}", _only(letters, inside, given, text))


def _only(letters: str, pattern: re.Pattern[str], given: str, text: str) -> str | None:
    """The one registration number inside the text, or the letters put before eight plain digits; otherwise None."""
    found = sorted({match.upper() for match in pattern.findall(given)})
    if not found and _EIGHT.fullmatch(text):
        found = [letters + text]
    return found[0] if len(found) == 1 and int(found[0][len(letters) :]) else None


def normalise_eudract(given: str) -> Outcome:
    """The EudraCT number (`2004-000446-20`) or EU CT number (`2022-500024-30-00`), without a country at its end.

    The last two digits of the first are check digits whose rule is not published: they are not tested. The last two
    digits of an EU CT number count submissions of the same trial and are kept.
    """
    text = pasting.trimmed(given)
    opened = pasting.opened(text, _EUROPEAN_HOSTS, _EUROPEAN_LABELS)
    if isinstance(opened, pasting.Link):
        text = next(filter(_EUROPEAN.fullmatch, (*opened.segments, *re.split("[:=&]", opened.query))), "")
    else:
        text = opened
    match = _EUROPEAN.fullmatch(text)
    if match and int(match["number"][5:11]):
        return Normalised("EudraCT", given, match["number"] + (match["submission"] or ""))
    found = sorted(set(_EUROPEAN_INSIDE.findall(pasting.plain_hyphens(given))))
    reason = (
        f"{shown(given)} is not a European trial number: EudraCT numbers look like 2004-000446-20 "
        "(year, six digits, two digits), EU CT numbers have two digits more."
    )
    return Refused("EudraCT", given, reason, found[0] if len(found) == 1 and int(found[0][5:11]) else None)
