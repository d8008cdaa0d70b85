"""A sentence speaks of a route that its evidence is not about.

The statement names a way of giving (by vein, by mouth, into a muscle, under the skin, by the nose), and none of the
claim's interventions is given that way. An audited statement about one route rests on a claim about another, and the
link does not say so.

Why it matters:
What a tablet does over months is no evidence for an infusion, and the other way round.

How to fix it:
Correct the sentence or the intervention. At a link, write `directness: indirect` with `route` among the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.routes import named_routes, routes_of
from evidence_kb.findings import Severity
from evidence_kb.records.audit import Statement
from evidence_kb.records.base import Finding
from evidence_kb.rules.rule import Context, Problem, rule


@rule("WD105", each=(Finding, Statement), severity=Severity.WARNING)
def route_of_another_treatment(record: Finding | Statement, context: Context) -> Iterator[Problem]:
    """Compare the routes that a sentence names with those of its interventions."""
    if isinstance(record, Statement):
        yield from _links(record, context)
        return
    named, given = named_routes(record.statement), routes_of(record, context.kb)
    if named and given and not named & given:
        message = f"The statement speaks of {_words(named)}, and the interventions are given by {_words(given)}."
        yield Problem(message, ("statement",), value=_words(named), fix="Correct the sentence, or the intervention.")


def _links(statement: Statement, context: Context) -> Iterator[Problem]:
    named = named_routes(statement.says)
    for index, link in enumerate(statement.claims):
        entry = context.kb.claims.get(link.claim)
        if link.stance != "supports" or "route" in (link.indirect_because or ()) or entry is None or not named:
            continue
        given = routes_of(entry.record, context.kb)
        if given and not named & given:
            message = f"The statement is on {_words(named)}, and `{link.claim}` on {_words(given)}."
            fix = "Write `directness: indirect` with `route` among `indirect_because`."
            yield Problem(message, ("claims", index), value=link.claim, fix=fix)


def _words(routes: frozenset[str]) -> str:
    return " and ".join(f"the {route} route" for route in sorted(routes))
