"""A citation names another page, and claims to have read the source.

`via` is the page that was read instead of the source. Where the source itself was read there is no such page.

Why it matters:
What was read decides how far the figures can be trusted; the citation says two things at once.

How to fix it:
Write `read: second-hand`, or remove `via`. The address at which the source itself was seen belongs under `seen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CT103", each=Citation)
def via_without_second_hand(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare `read` with the presence of `via`."""
    if citation.via is not None and citation.read != "second-hand":
        message = f"`via` names another page, and `read` says `{citation.read}`."
        fix = "Write `read: second-hand`, or move the address to `seen` and remove `via`."
        yield Problem(message, ("read",), value=citation.read, nearest="second-hand", fix=fix)
