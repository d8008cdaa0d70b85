"""The address of a source leads to another work.

`URL` is an address at a DOI or PubMed resolver, and the identifier in it is not the one that stands beside it.

Why it matters:
The two links of one reference would lead to two papers; one of them is not what was cited.

How to fix it:
Open both, keep the right one, and correct the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.identifiers import Kind, Normalised, normalise
from evidence_kb.records.csl import Csl
from evidence_kb.rules.rule import Context, Problem, rule

RESOLVERS: tuple[tuple[str, Kind, str], ...] = (
    ("doi.org/", "DOI", "doi"),
    ("pubmed.ncbi.nlm.nih.gov/", "PMID", "pmid"),
    ("ncbi.nlm.nih.gov/pmc/", "PMCID", "pmcid"),
    ("pmc.ncbi.nlm.nih.gov/", "PMCID", "pmcid"),
)


@rule("IX109", each=Csl, where=lambda csl, context: csl.url is not None)
def address_of_another_work(csl: Csl, context: Context) -> Iterator[Problem]:
    """Read the identifier out of the address of a resolver and compare it."""
    for host, kind, name in RESOLVERS:
        known = getattr(csl, name)
        if csl.url is None or known is None or host not in csl.url:
            continue
        there, here = normalise(kind, csl.url), normalise(kind, known)
        if isinstance(there, Normalised) and isinstance(here, Normalised) and there.value != here.value:
            message = f"The address leads to {kind} `{there.value}`, and `{kind}` is `{here.value}`."
            yield Problem(message, ("URL",), value=csl.url, fix="Open both, and correct the one that is wrong.")
            return
