"""One outcome has two ratings.

Each outcome, at one time and in one group, has one row and one certainty.

Why it matters:
Two certainties for one thing cannot both be right.

How to fix it:
Join the rows, or tell them apart by `timepoint` or `subgroup`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR114", each=Question)
def one_outcome_two_ratings(question: Question, context: Context) -> Iterator[Problem]:
    """Look for rows on the same outcome, time and group."""
    seen: dict[tuple[str, str, str], int] = {}
    for index, row in enumerate(question.outcomes):
        time = (row.timepoint.at or row.timepoint.printed) if row.timepoint else ""
        key = (row.outcome, time, f"{row.subgroup.by} {row.subgroup.level}" if row.subgroup else "")
        if key in seen:
            message = f"`{row.outcome}` has a row already (outcomes.{seen[key]}) for the same time and group."
            yield Problem(message, ("outcomes", index, "outcome"), value=row.outcome, fix="Join the rows.")
        seen.setdefault(key, index)
