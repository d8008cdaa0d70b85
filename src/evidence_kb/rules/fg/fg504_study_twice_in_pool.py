"""A study is listed twice in one pool.

Two entries of `includes` are the same study, as its id or as two of its publications.

Why it matters:
Its people would count twice, and the interval would be too narrow.

How to fix it:
Keep one entry for each study, by the id of the study.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.rules.fg.figures import problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG504", each=MetaAnalysis)
def study_twice_in_pool(claim: MetaAnalysis, context: Context) -> Iterator[Problem]:
    """Read check M4 of the integrity report."""
    for item in unexplained("M4", context):
        message = f"`{item.printed}` is the same study as another entry of `includes`: {item.recomputed}."
        yield problem(item, message, context, "Keep one entry for each study.")
