"""A claim has more people than its study.

People in an arm of the claim, in all its arms together, or with one condition are at most those of the study.

Why it matters:
A person would be counted twice, or the figures belong to another study.

How to fix it:
Look up both sizes. If attacks or infusions were counted and not people, say so in `analysis.unit`.

Known exceptions:
Attacks, encounters, infusions and other units that are not people (`analysis.unit`).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG106", each=Finding, where=has("P3"))
def more_people_than_in_study(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P3 of the integrity report."""
    for item in unexplained("P3", context, causes=("size",)):
        message = f"{item.what}: {item.printed}, and {item.recomputed} are possible."
        yield problem(item, message, context, "Look up the sizes at the locator; name the unit if it is not a person.")
