"""A claim cites no source.

Every claim says where it was read: a source, a place in it, and what the curator really read. A fact has to cite at
least one source; an absence has to name the documents read, or the search.

Why it matters:
A statement without a source cannot be checked, and nothing enters this library that a person cannot check.

How to fix it:
Add the citation with `source`, `read` and `locator`; for an absence fill `looked_in` or `searched`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.claims.absence import Absence
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CT101", each=Claim)
def claim_without_citation(claim: Claim, context: Context) -> Iterator[Problem]:
    """Claims with a required citation are covered by the schema; lists may be empty."""
    if claim.citations or (isinstance(claim, Absence) and claim.searched):
        return
    field = "looked_in" if isinstance(claim, Absence) else "citations"
    yield Problem(f"The {claim.type} cites no source: `{field}` is empty.", (field,), key=True, fix=f"Fill `{field}`.")
