"""A percentage that no count of events can give.

Among n people only n + 1 percentages are possible. A printed percentage that none of them rounds to does not belong
to that denominator (the GRIM test).

Why it matters:
Either the percentage, the denominator or the analysis set is not what the record says; every figure computed from it
would be wrong, too.

How to fix it:
Look the figure up at its locator. If the source prints it so, find out what the denominator was: people analysed,
attacks instead of people, an estimate from a model (`analysis.estimate`). If the source itself is wrong, keep the
figure and add a waiver that says so.

Known exceptions:
Modelled, averaged and imputed percentages need not fit a count; large denominators allow every percentage.

References:
Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.arms import ArmProportion
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG203", each=ArmProportion, where=has("P2"))
def percent_impossible(arm: ArmProportion, context: Context) -> Iterator[Problem]:
    """Read check P2 of the integrity report."""
    for item in unexplained("P2", context):
        message = f"No count among {arm.n} prints as {item.printed}" + (f"; {item.note}." if item.note else ".")
        severity = Severity.WARNING if item.cause == "truncated" else None
        fix = "Look up the percentage and its denominator at the locator."
        yield problem(item, message, context, fix, severity)
