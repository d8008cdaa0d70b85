"""An event is called wanted, and its outcome is one that people wish to avoid.

`event_is` says whether people hope for the event. The vocabulary says which direction of the outcome is good.

Why it matters:
What a hazard ratio favours is derived from both. If they disagree, the answer is turned round.

How to fix it:
Correct `event_is`, or the outcome.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.time_to_event import TimeToEvent
from evidence_kb.records.term import Outcome
from evidence_kb.rules.rule import Context, Problem, rule

GOOD = {"higher-is-better": "wanted", "lower-is-better": "unwanted"}


@rule("VC112", each=TimeToEvent)
def event_against_direction(claim: TimeToEvent, context: Context) -> Iterator[Problem]:
    """Compare with the direction of an outcome that people have or have not."""
    term = context.kb.term("outcomes", claim.outcome)
    if not isinstance(term, Outcome) or term.kind != "dichotomous":
        return
    expected = GOOD.get(term.direction, claim.event_is)
    if claim.event_is != expected:
        message = f"The event is called {claim.event_is}, and of `{claim.outcome}` {term.direction.replace('-', ' ')}."
        fix = f"Write `{expected}`, or choose another outcome."
        yield Problem(message, ("event_is",), value=claim.event_is, nearest=expected, fix=fix)
