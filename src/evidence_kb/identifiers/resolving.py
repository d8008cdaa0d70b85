"""Where an identifier leads: the address at which its registry answers."""

from __future__ import annotations

from urllib.parse import quote

from evidence_kb.identifiers.normalising import normalise
from evidence_kb.identifiers.outcome import Kind, Normalised

_ADDRESSES: dict[Kind, str] = {
    "PMID": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "PMCID": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "NCT": "https://clinicaltrials.gov/study/{}",
    "ISRCTN": "https://www.isrctn.com/{}",
    "ISSN": "https://portal.issn.org/resource/ISSN/{}",
    "ORCID": "https://orcid.org/{}",
}
_EU_CT_LENGTH = len("2022-500024-30-00")


def url_for(kind: Kind, value: str) -> str | None:
    """The address that an identifier resolves to; None for what is not well-formed and for ISBN, which has no resolver.

    The result holds no character that could leave an HTML attribute: what is not well-formed gets no address at all.
    """
    outcome = normalise(kind, value)
    if not isinstance(outcome, Normalised):
        return None
    if kind == "URL":
        return outcome.value
    if kind == "DOI":
        return "https://doi.org/" + quote(outcome.value, safe="/:;().-_~")
    if kind == "EudraCT":
        return _european(outcome.value)
    address = _ADDRESSES.get(kind)
    return address.format(outcome.value) if address else None


def _european(number: str) -> str:
    """EU CT numbers are in CTIS; a shorter number is looked up in the EU Clinical Trials Register."""
    if len(number) == _EU_CT_LENGTH:
        return f"https://euclinicaltrials.eu/ctis-public/view/{number}"
    return f"https://www.clinicaltrialsregister.eu/ctr-search/search?query=eudract_number:{number}"
