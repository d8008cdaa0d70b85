"""Something was read second-hand, and nobody says where.

`read: second-hand` means that the curator saw the figures in another document than the source. `via` says in which.

Why it matters:
A reader who follows the citation to the source may not find the figures, and cannot judge who repeated them.

How to fix it:
Add `via` with its kind and the address (or the source of this library) that was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CT102", each=Citation)
def second_hand_without_via(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare `read` with the presence of `via`."""
    if citation.read == "second-hand" and citation.via is None:
        message = f"`{citation.source}` was read second-hand, and `via` does not say where."
        yield Problem(message, ("read",), value=citation.read, fix="Add `via: {kind: …, url: …}`.")
