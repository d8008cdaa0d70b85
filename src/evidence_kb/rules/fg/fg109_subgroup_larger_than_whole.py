"""A subgroup is larger than the whole.

People and events of a subgroup are at most those of the claim about all people (`analysis.subgroup.whole`).

Why it matters:
One of the two claims has a wrong figure, or they are not of the same people.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG109", each=Finding, where=has("P3"))
def subgroup_larger_than_whole(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P3 of the integrity report."""
    for item in unexplained("P3", context, causes=("subgroup",)):
        message = f"{item.what}: {item.printed}, and {item.recomputed} in the whole."
        yield problem(item, message, context, "Look up both claims; correct the figure or the link.")
