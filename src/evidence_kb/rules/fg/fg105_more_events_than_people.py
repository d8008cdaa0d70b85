"""An arm has more events than people.

`n_events` counts people (or units) with the event among the `n` of the same arm.

Why it matters:
Risks above 100% are impossible, and every figure from them is wrong.

How to fix it:
Look both up at the locator. If several events of one person were counted, this is no response rate.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG105", each=Finding, where=has("P3"))
def more_events_than_people(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P3 of the integrity report."""
    for item in unexplained("P3", context, causes=("events",)):
        message = f"{item.printed} events among {item.recomputed.removeprefix('at most ')} people."
        yield problem(item, message, context, "Look up events and people at the locator.")
