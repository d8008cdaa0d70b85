"""PubMed and PubMed Central numbers (PMID, PMCID), as they stand in references, exports and addresses."""

from __future__ import annotations

import re

from evidence_kb.identifiers import pasting
from evidence_kb.identifiers.outcome import Normalised, Outcome, Refused, shown

_NUMBER = re.compile(r"[1-9][0-9]{0,7}")
_ZEROS = re.compile(r"0{1,8}([1-9][0-9]{0,7})")
_TAG = re.compile(r"\s{0,8}\[(?:pmid|uid|pubmed|pmc|pmcid)\]\Z|\s{1,8}\((?:pubmed|pmc)\)\Z", re.IGNORECASE)
_VERSION = re.compile(r"\.[1-9][0-9]?\Z")
_PMC = re.compile(r"PMC[ \u00a0#:-]?(?P<number>[0-9]{1,12})", re.IGNORECASE)
_PUBMED_HOSTS = frozenset({"pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "europepmc.org", "pubmed.gov"})
_PMC_HOSTS = frozenset({"pmc.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "europepmc.org"})
_PMID_LABELS = ("info:pmid/", "pubmed id", "pubmedid", "pubmed", "pmid", "medline")
_PMCID_LABELS = ("pubmed central id", "pubmed central", "pmcid")


def normalise_pmid(given: str) -> Outcome:
    """The PMID as its digits: one to eight of them, the first not zero."""
    text = _TAG.sub("", pasting.trimmed(given))
    found = pasting.opened(text, _PUBMED_HOSTS, _PMID_LABELS)
    text = _pmid_in(found) if isinstance(found, pasting.Link) else found
    if _NUMBER.fullmatch(text):
        return Normalised("PMID", given, text)
    padded = _ZEROS.fullmatch(text)
    if _PMC.fullmatch(text):
        reason = f"{shown(given)} is a PMCID; a PMID is digits only."
    else:
        reason = f"{shown(given)} is not a PMID: a PMID is one to eight digits, the first of them not zero."
    return Refused("PMID", given, reason, padded[1] if padded else None)


def _pmid_in(link: pasting.Link) -> str:
    """The part of an address that holds the PMID; empty where the address is another kind of page."""
    segments = [segment.lower() for segment in link.segments]
    if link.host in ("pubmed.ncbi.nlm.nih.gov", "pubmed.gov"):
        return segments[0] if segments else link.query.removeprefix("term=")
    if link.host == "ncbi.nlm.nih.gov":
        if segments[:1] == ["m"]:
            segments = segments[1:]
        return segments[1] if len(segments) > 1 and segments[0] == "pubmed" else ""
    if len(segments) > 2 and segments[0] in ("abstract", "article") and segments[1] == "med":
        return segments[2]
    return ""


def normalise_pmcid(given: str) -> Outcome:
    """The PMCID as `PMC` and its digits; the version (`PMC123.2`) is dropped, since all versions are one article."""
    text = _TAG.sub("", pasting.trimmed(given))
    found = pasting.opened(text, _PMC_HOSTS, _PMCID_LABELS)
    text = _pmcid_in(found) if isinstance(found, pasting.Link) else found
    match = _PMC.fullmatch(_VERSION.sub("", text))
    if match and _NUMBER.fullmatch(match["number"]):
        return Normalised("PMCID", given, "PMC" + match["number"])
    if _NUMBER.fullmatch(text):
        reason = f"{shown(given)} lacks the letters PMC: without them it cannot be told from a PMID."
        return Refused("PMCID", given, reason, "PMC" + text)
    padded = _ZEROS.fullmatch(match["number"]) if match else None
    reason = f"{shown(given)} is not a PMCID: a PMCID is PMC and one to eight digits, the first of them not zero."
    return Refused("PMCID", given, reason, "PMC" + padded[1] if padded else None)


def _pmcid_in(link: pasting.Link) -> str:
    """The part of an address that holds the PMCID, with PMC put before plain digits; empty for another page."""
    segments = [segment.lower() for segment in link.segments]
    if link.host == "ncbi.nlm.nih.gov":
        if segments[:1] != ["pmc"]:
            return ""
        segments = segments[1:]
    elif link.host == "europepmc.org" and segments[:2] == ["article", "pmc"]:
        segments = segments[1:]
    if segments[:1] in (["articles"], ["article"], ["pmc"]):
        segments = segments[1:]
    elif link.host == "europepmc.org":
        return ""
    number = segments[0] if segments else ""
    return "PMC" + number if _NUMBER.fullmatch(number) else number
