"""The page that was read instead of the source is not named.

`via` has a kind only. It needs the address of the page, or the id of the source of this library that was read.

Why it matters:
"A review" cannot be looked up.

How to fix it:
Add `url` or `source`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Via
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CT104", each=Via)
def via_leads_nowhere(via: Via, context: Context) -> Iterator[Problem]:
    """Ask for an address or a source."""
    if via.url is None and via.source is None:
        yield Problem(
            f"`via` says `{via.kind}` and names neither `url` nor `source`.",
            ("kind",),
            value=via.kind,
            fix="Add the address of the page that was read.",
        )
