"""A quote does not stand in the text of its source.

Where the text of the source lies on this machine (`--texts`), the quote is looked for in it, word for word, with its
numbers, signs and order. Case, line breaks, kinds of dashes, ligatures and subscripts do not count. An ellipsis may
leave words out, but no negation.

Why it matters:
A quote that was mended, shortened or remembered is no quote; a lost "not" or minus sign turns a finding round.

How to fix it:
The message says after which words the text goes on differently. Copy the words again from the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import check_quote
from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "CT113",
    each=Citation,
    where=lambda citation, context: bool(citation.quote) and citation.source in context.texts,
    without_subject="No texts of sources are committed; they are handed over with `--texts`.",
)
def quote_not_in_text(citation: Citation, context: Context) -> Iterator[Problem]:
    """Look for the quote in the text at hand."""
    quote = citation.quote or ""
    outcome = check_quote(quote, context.texts[citation.source])
    if not outcome.found:
        message = f"The quote does not stand in the text of `{citation.source}`: {outcome.reason}."
        yield Problem(message, ("quote",), value=quote[:80], fix="Copy the words again from the text.")
