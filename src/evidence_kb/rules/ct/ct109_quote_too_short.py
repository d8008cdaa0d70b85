"""A quote is too short to find its place.

A quote is there to find the place in the source. Three words occur anywhere.

Why it matters:
A quote that fits everywhere proves nothing, and cannot be looked for in the text.

How to fix it:
Quote at least four words, with the figure among them, exactly as printed; or leave the quote out.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import MIN_WORDS, tokens
from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "CT109",
    each=Citation,
    where=lambda citation, context: citation.quote is not None,
    without_subject="Quotes are optional; a library that holds no text of its sources has none.",
)
def quote_too_short(citation: Citation, context: Context) -> Iterator[Problem]:
    """Count words and numbers."""
    quote = citation.quote or ""
    if len(tokens(quote)) < MIN_WORDS:
        message = f"The quote has {len(tokens(quote))} words and numbers; {MIN_WORDS} are needed to find its place."
        yield Problem(message, ("quote",), value=quote[:80], fix="Quote more of the sentence, or leave the quote out.")
