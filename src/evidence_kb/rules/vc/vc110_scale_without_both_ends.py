"""A scale has one end, or its ends are the wrong way round.

`low` and `high` are the lowest and the highest score, as printed.

Why it matters:
Means are compared with the ends of their scale. With one end, or with both exchanged, every mean lies outside it.

How to fix it:
Enter both ends, the lower first; leave both out where they were not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.term import Scale
from evidence_kb.rules.rule import Context, Problem, rule


@rule("VC110", each=Scale)
def scale_without_both_ends(scale: Scale, context: Context) -> Iterator[Problem]:
    """Compare the two ends."""
    fix = "Enter both ends, the lower first, or neither."
    if (scale.low is None) != (scale.high is None):
        there = "low" if scale.high is None else "high"
        yield Problem(f"The scale has `{there}` only.", (there,), value=getattr(scale, there), fix=fix)
    if scale.low is None or scale.high is None:
        return
    low, high = scale.low.number, scale.high.number
    if low and high and low.value >= high.value:
        message = f"The lowest score is `{scale.low}` and the highest `{scale.high}`."
        yield Problem(message, ("low",), value=scale.low, fix=fix)
