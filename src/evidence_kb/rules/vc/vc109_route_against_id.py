"""The id of an intervention names a route, and the term does not.

An id that ends in `-iv`, `-im`, `-sc`, `-oral` or `-nasal` says how the substance is given. `route` says it for
programs.

Why it matters:
Oral evidence must not pass for evidence on an infusion. Pages and rules read the route from the field.

How to fix it:
Set `route` to the route that the id names.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.term import Intervention
from evidence_kb.rules.rule import Context, Problem, rule

ROUTES: dict[str, tuple[str, ...]] = {
    "iv": ("intravenous", "intravenous-infusion", "intravenous-injection"),
    "im": ("intramuscular",),
    "sc": ("subcutaneous",),
    "oral": ("oral",),
    "nasal": ("nasal",),
}


@rule("VC109", each=Intervention)
def route_against_id(term: Intervention, context: Context) -> Iterator[Problem]:
    """Compare the last word of the id with the route."""
    allowed = ROUTES.get(context.entry.id.rpartition("-")[2], ())
    # A route that is no term has its own finding (RF101).
    unknown = term.route is not None and ("routes", term.route) not in context.kb.terms
    if not allowed or unknown or term.route in allowed:
        return
    id, fix = context.entry.id, f"Write `route: {allowed[0]}`."
    if term.route is None:
        yield Problem(f"`{id}` has no `route`.", key=True, allowed=allowed, nearest=allowed[0], fix=fix)
    else:
        message = f"The route of `{id}` is `{term.route}`."
        yield Problem(message, ("route",), value=term.route, allowed=allowed, nearest=allowed[0], fix=fix)
