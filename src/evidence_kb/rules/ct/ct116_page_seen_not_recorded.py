"""A citation names a page that the source's record does not list.

`seen` is the address that showed the figures. The source lists every page that was opened under `checked`, with what
it showed.

Why it matters:
The list of pages is what a reviewer opens. A page that is missing there cannot be opened again.

How to fix it:
Add the page under `checked` of the source with what it shows, or correct the address.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.identifiers import Refused, normalise
from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest


@rule(
    "CT116",
    each=Citation,
    severity=Severity.WARNING,
    where=lambda citation, context: citation.seen is not None and citation.source in context.kb.sources,
)
def page_seen_not_recorded(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare the address with those of the source."""
    pages = tuple(page.url for page in context.kb.sources[citation.source].record.checked)
    if citation.seen and citation.seen not in pages:
        # An address that is none has its own finding (IX106), here or at the source.
        if any(isinstance(normalise("URL", page), Refused) for page in (citation.seen, *pages)):
            return
        guess = nearest(citation.seen, pages)
        message = f"`{citation.seen}` is not among the pages under `checked` of sources/{citation.source}.yaml."
        fix = f"Write `{guess}`, or add the page there." if guess else "Add the page there, with what it shows."
        yield Problem(message, ("seen",), value=citation.seen, allowed=pages, nearest=guess, fix=fix)
