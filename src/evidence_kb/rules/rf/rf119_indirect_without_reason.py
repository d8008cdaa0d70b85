"""A link is indirect, and nobody says in what.

Directness stands on links: of a question to its evidence, of an audited statement to claims, of a fact to its sources.
An indirect link names in what the claim differs; a direct one has nothing to name.

Why it matters:
"Indirect" alone cannot be checked. That all evidence is oral, or from rats, is what a reader has to know.

How to fix it:
Add `indirect_because` with one or more reasons, or remove it and `directness` where the claim is about the very thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from evidence_kb.records.links import FactCitation, Indirectness, Link
from evidence_kb.records.question import BodyClaim
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF119", each=(Link, BodyClaim, FactCitation))
def indirect_without_reason(link: Link | BodyClaim | FactCitation, context: Context) -> Iterator[Problem]:
    """Compare the directness with the presence of reasons."""
    name = link.source if isinstance(link, FactCitation) else link.claim
    if link.directness == "indirect" and not link.indirect_because:
        yield Problem(
            f"The link to `{name}` is indirect, and `indirect_because` does not say in what.",
            ("directness",),
            value="indirect",
            allowed=get_args(Indirectness),
            fix="Add `indirect_because` with what differs.",
        )
    if link.directness != "indirect" and link.indirect_because:
        message = f"The link to `{name}` has reasons for being indirect and is not called so."
        yield Problem(message, ("indirect_because",), fix="Add `directness: indirect`, or remove the reasons.")
