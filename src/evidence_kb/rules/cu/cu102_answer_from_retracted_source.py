"""An answer or a verdict rests on a retracted source.

A question's body of evidence, or an audited statement, names a claim all of whose sources were retracted or withdrawn.

Why it matters:
The retraction of one paper has to reach everything that was concluded from it.

How to fix it:
Take the claim out and judge the outcome or the statement anew. It may now have another certainty, or another verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.references import Reference
from evidence_kb.rules.cu.cu101_retracted_source_cited import TAKEN_BACK
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "CU102",
    each=Reference,
    where=lambda reference, context: reference.kinds == ("claim",) and context.entry.kind in ("question", "audit"),
)
def answer_from_retracted_source(reference: Reference, context: Context) -> Iterator[Problem]:
    """Look the standing of the claim's sources up."""
    entry = context.kb.claims.get(reference.id)
    if entry is None:
        return
    known = [context.kb.sources[one.source] for one in entry.record.citations if one.source in context.kb.sources]
    if known and all(source.record.standing.value in TAKEN_BACK for source in known):
        message = f"`{reference.id}` comes from `{known[0].id}`, which was {known[0].record.standing.value}."
        yield Problem(message, value=reference.id, fix="Take the claim out, and judge anew without it.")
