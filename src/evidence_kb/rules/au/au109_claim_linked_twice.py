"""A claim is linked twice to one statement.

One claim bears on a statement in one way.

Why it matters:
It counts twice, or with two stances it says nothing.

How to fix it:
Keep the link that fits. If a claim supports one half of a statement and contradicts the other, the statement is two
statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.audit import Statement
from evidence_kb.rules.rule import Context, Problem, rule


@rule("AU109", each=Statement)
def claim_linked_twice(statement: Statement, context: Context) -> Iterator[Problem]:
    """Compare the claims of the links."""
    first: dict[str, str] = {}
    for index, link in enumerate(statement.claims):
        if link.claim in first:
            message = f"{statement.id} links `{link.claim}` twice: it {first[link.claim]}, and it {link.stance}."
            yield Problem(message, ("claims", index, "claim"), value=link.claim, fix="Keep one of the two links.")
        first.setdefault(link.claim, link.stance)
