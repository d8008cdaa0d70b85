"""Two pooled results of a row share trials.

Two rated pooled results are known to include the same trials.

Why it matters:
They are not two confirmations; the same people speak twice.

How to fix it:
Rate one of them, and make the other `context` with `why: overlap`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import shared_trials
from evidence_kb.findings import Severity
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR116", each=QuestionOutcome, severity=Severity.WARNING)
def pools_share_trials(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Compare the trials inside the pooled results."""
    for part in shared_trials(row, context.kb):
        message = f"`{part.claim}` shares {part.what}."
        yield Problem(
            message,
            ("body", part.index, "role"),
            value="rated",
            nearest="context",
            fix="Write `role: context, why: overlap`.",
        )
