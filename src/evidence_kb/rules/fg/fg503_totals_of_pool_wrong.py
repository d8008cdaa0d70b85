"""A pool has fewer studies, or more people, than those inside.

The studies known to be inside are at most the number printed, and their people at least those of the pool when all
are known.

Why it matters:
A study is listed that is not inside, or a number was copied wrongly.

How to fix it:
Look up the numbers and the list of included studies.

Known exceptions:
Trials with several arms and crossover trials may enter with fewer people, never with more.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG503", each=MetaAnalysis, where=has("M3"), without_subject="needs a pool whose studies are partly known")
def totals_of_pool_wrong(claim: MetaAnalysis, context: Context) -> Iterator[Problem]:
    """Read check M3 of the integrity report."""
    for item in unexplained("M3", context):
        message = f"{item.what}: {item.printed} printed, {item.recomputed} by the studies inside."
        yield problem(item, message, context, "Look up the numbers and the list of included studies.")
