"""Something is called not reported, and the full text was not read.

Three kinds of nothing are kept apart: `not_seen` (the curator could not see it), `not_reported` (the full text was read
and it is not there), and a claim of absence. Only somebody who has read the full text can say the second.

Why it matters:
"Not reported" blames the authors. An abstract that is silent says nothing about the paper.

How to fix it:
Move the entry to `not_seen` (or write `not-seen`), or read the full text and say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.model import Model
from evidence_kb.records.walk import Node
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CT107", each=Claim)
def not_reported_unread(claim: Claim, context: Context) -> Iterator[Problem]:
    """Find every "not reported" in claims none of whose citations is a reading of the full text."""
    if any(citation.read == "full-text" for citation in claim.citations):
        return
    read = ", ".join(sorted({citation.read for citation in claim.citations})) or "nothing"
    fix = "Say that it was not seen, or read the full text."
    for index, what in enumerate(claim.not_reported):
        message = f"`{what}` is called not reported, and only {read} was read."
        yield Problem(message, ("not_reported", index), value=what, fix=fix)
    for node, field in _words(context.entry.nodes):
        message = f"`{field}` is `not-reported`, and only {read} was read."
        yield Problem(message, (*node.path, field), value="not-reported", nearest="not-seen", fix=fix)


def _words(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, str]]:
    for node in nodes:
        if isinstance(node.value, Model):
            yield from ((node, key) for key, value in node.value.parts() if value == "not-reported")
