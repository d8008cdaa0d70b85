"""A statement is copied from its source.

The statement is the curator's own sentence. Here it is the quote, or the title of the source.

Why it matters:
Copied sentences carry the authors' emphasis and rights with them, and the reader cannot tell who speaks.

How to fix it:
Say in your own words what was found, with the figures as printed; keep the source's words under `quote`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import tokens
from evidence_kb.records.base import Claim
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CT111", each=Claim)
def statement_copied(claim: Claim, context: Context) -> Iterator[Problem]:
    """Compare the words of the statement with quotes and titles."""
    words = tokens(claim.statement)
    for citation in claim.citations:
        source = context.kb.sources.get(citation.source)
        title = source.record.csl.title if source else None
        for what, other in (("quote", citation.quote), ("title of the source", title)):
            if other and words == tokens(other):
                yield Problem(
                    f"The statement is word for word the {what}.",
                    ("statement",),
                    value=claim.statement[:80],
                    fix="Say it in your own words, with the figures as printed.",
                )
                return
