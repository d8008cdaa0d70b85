"""A term is broader than itself.

`broader` leads from a term to those that contain it. Followed upwards it comes back to where it began.

Why it matters:
A question about the broader term finds the claims on the narrower ones. In a circle each would contain the other.

How to fix it:
Remove `broader` from the wider of the two terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.references import TERM_KINDS
from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule


def _above(kb: KnowledgeBase, id: str) -> tuple[str, ...]:
    """The broader terms of an id, in whatever vocabulary they stand."""
    found = (kb.term(kind, id) for kind in TERM_KINDS)
    return tuple(broader for term in found if term is not None for broader in term.broader)


@rule("RF107", each=Term, where=lambda term, context: bool(term.broader))
def broader_in_a_circle(term: Term, context: Context) -> Iterator[Problem]:
    """Follow each broader term upwards until it ends or comes back."""
    id = context.entry.id
    for index, first in enumerate(term.broader):
        circle = _way(context.kb, first, id)
        # A circle is one mistake: it is told at the first of its terms.
        if circle and id == min(circle):
            way = f"by way of `{first}`" if first != id else "directly"
            message = f"`{id}` is broader than itself, {way}."
            fix = f"Remove this `broader`, or the one of `{first}`."
            yield Problem(message, ("broader", index), value=first, fix=fix)


def _way(kb: KnowledgeBase, start: str, goal: str) -> tuple[str, ...]:
    """The terms on a way upwards from one term to another, both included; none where there is no way."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        for above in kb.once(_above, way[-1]):
            if above not in seen:
                seen.add(above)
                ways.append((*way, above))
    return ()
