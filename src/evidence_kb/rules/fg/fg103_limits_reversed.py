"""The lower limit of an interval is above the upper one.

Intervals and ranges are written from low to high.

Why it matters:
Every figure that is computed from the limits would be wrong.

How to fix it:
Write the smaller limit under `low`; look for a lost minus sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG103", each=Finding, where=has("P4"))
def limits_reversed(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P4 of the integrity report."""
    for item in unexplained("P4", context, causes=("reversed",)):
        message = f"The limits {item.printed} are not in rising order."
        yield problem(item, message, context, "Write the smaller limit under `low`; look for a lost minus sign.")
