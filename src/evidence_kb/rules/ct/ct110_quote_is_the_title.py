"""The quote is the title of the source.

A quote shows the words that carry the finding. The title stands in the source record already.

Why it matters:
It looks like evidence for the figures, and shows none of them.

How to fix it:
Quote the sentence that gives the figures, or leave the quote out. What only the title says has the locator part
`title` and needs no quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import tokens
from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "CT110",
    each=Citation,
    where=lambda citation, context: citation.quote is not None,
    without_subject="Quotes are optional; a library that holds no text of its sources has none.",
)
def quote_is_the_title(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare the words of the quote with those of the title."""
    source, quote = context.kb.sources.get(citation.source), citation.quote or ""
    if source and source.record.csl.title and tokens(quote) == tokens(source.record.csl.title):
        yield Problem(
            f"The quote is the title of `{citation.source}`.",
            ("quote",),
            value=quote[:80],
            fix="Quote the words that carry the finding, or leave the quote out.",
        )
