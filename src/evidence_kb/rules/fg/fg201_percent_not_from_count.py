"""A percentage does not follow from its count.

The record gives events and people, and a percentage that these two do not round to. A percentage that is cut off
instead of rounded is a warning.

Why it matters:
One of the three figures is wrong, and a reader cannot tell which.

How to fix it:
Look all three up at the locator. If the source prints them so, keep them and add a waiver that says what is printed.

Known exceptions:
Percentages from a model, from imputation or averaged over time need not fit a count: say so in `analysis.estimate`.
Ties may be rounded up or to the even digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.arms import ArmProportion
from evidence_kb.rules.fg.figures import difference, has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG201", each=ArmProportion, where=has("P1"))
def percent_not_from_count(arm: ArmProportion, context: Context) -> Iterator[Problem]:
    """Read check P1 of the integrity report."""
    for item in unexplained("P1", context):
        severity = Severity.WARNING if item.cause == "truncated" else None
        fix = "Look up the count, the denominator and the percentage at the locator."
        yield problem(item, difference(item), context, fix, severity)
