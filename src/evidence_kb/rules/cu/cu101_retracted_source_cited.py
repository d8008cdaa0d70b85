"""A claim rests on a retracted source.

The source was retracted or withdrawn. What stood in it is no longer a finding.

Why it matters:
Retracted papers go on being cited for years. A library that shows their figures keeps them alive.

How to fix it:
Remove the claim. That the paper was retracted may be told as a `fact` about it, with a waiver that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule

TAKEN_BACK = ("retracted", "withdrawn")


@rule("CU101", each=Citation)
def retracted_source_cited(citation: Citation, context: Context) -> Iterator[Problem]:
    """Look the standing of the cited source up."""
    source = context.kb.sources.get(citation.source)
    if source is not None and isinstance(context.record, Claim) and source.record.standing.value in TAKEN_BACK:
        message = f"`{citation.source}` was {source.record.standing.value}; nothing can rest on it."
        yield Problem(message, ("source",), value=citation.source, fix="Remove the claim.")
