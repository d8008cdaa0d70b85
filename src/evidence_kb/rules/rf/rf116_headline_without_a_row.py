"""The bottom line speaks of an outcome that has no row.

`headline` names the outcomes that the bottom line speaks of, in order. Each needs a row under `outcomes`.

Why it matters:
The bottom line is made from the rows. An outcome without one is promised and not answered.

How to fix it:
Add the row, or take the outcome out of `headline`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest


@rule("RF116", each=Question)
def headline_without_a_row(question: Question, context: Context) -> Iterator[Problem]:
    """Compare the headline with the outcomes of the rows."""
    rows = tuple(dict.fromkeys(row.outcome for row in question.outcomes))
    # An outcome that is no term has its own finding (RF101), in the headline or in the row that is missed.
    if any(("outcomes", row) not in context.kb.terms for row in rows):
        return
    for index, outcome in enumerate(question.headline):
        if outcome not in rows and ("outcomes", outcome) in context.kb.terms:
            fix = f"Add a row for it, or choose from: {', '.join(rows)}."
            yield Problem(
                f"`{outcome}` is in the headline and has no row under `outcomes`.",
                ("headline", index),
                value=outcome,
                allowed=rows,
                nearest=nearest(outcome, rows),
                fix=fix,
            )
