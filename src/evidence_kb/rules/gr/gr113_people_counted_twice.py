"""The people of one study count twice in a row.

A rated claim is on a study that a rated pooled result already includes, or that another rated claim reports.

Why it matters:
The evidence looks larger than it is.

How to fix it:
Set `role: inside-estimate`, or keep one report of the study.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import counted_twice
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR113", each=QuestionOutcome)
def people_counted_twice(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Look for studies behind two rated claims."""
    for part in counted_twice(row, context.kb):
        message = f"`{part.claim}` is rated, and {part.what}."
        yield Problem(
            message,
            ("body", part.index, "role"),
            value="rated",
            nearest="inside-estimate",
            fix="Write `role: inside-estimate`, or keep one report.",
        )
