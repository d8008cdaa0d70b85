"""A record is due for review.

Recommendations and labels change within months, trials and mechanisms do not. `review_windows` in library.yaml give the
months after which each kind is due; the last look is the newest date on which a person checked the record, its source's
standing, or the pages.

Why it matters:
Guidance that was right last year is the likeliest mistake of a library that nobody looks after.

How to fix it:
Look at the source again: is there a newer version, a notice, a new label? Correct the record, then enter the day under
`standing.checked` of the source, `status.checked`, `as_of` or `checks`.

Known exceptions:
A recommendation that is superseded, retired or withdrawn is not due again.
It is a warning when the window has passed, and an error when the time of grace has passed, too. The gate judges by the
date in library.yaml unless `--as-of` gives another.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.currency import dated_by_itself, review
from evidence_kb.findings import Severity
from evidence_kb.records.audit import Audit
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.question import Question
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule

ENDED = ("superseded", "retired", "withdrawn")
PLACES = ("as_of", "status", "on", "search", "checks")


def _place(record: object) -> tuple[str, ...]:
    """The field beside which the date of the last look stands, or would stand."""
    if isinstance(record, Source):
        return ("standing", "checked") if record.standing.checked else ("standing",)
    return next(((name,) for name in PLACES if getattr(record, name, None)), ())


@rule("CU107", each=(Claim, Question, Audit, Source), severity=Severity.WARNING)
def review_due(record: Claim | Question | Audit | Source, context: Context) -> Iterator[Problem]:
    """Compare the last look with the window; claims without a date of their own are told once, at their source."""
    if isinstance(record, Recommendation) and record.status.value in ENDED:
        return
    if isinstance(record, Claim) and not dated_by_itself(record):
        return
    found = review(context.kb, context.entry.id, context.entry.kind)
    if found is None or found.due is None or found.overdue is None or context.as_of <= found.due:
        return
    late = context.as_of > found.overdue
    what = "A claim from it" if isinstance(record, Source) else "It"
    message = f"{what} was last looked at on {found.last} and was due on {found.due} ({found.months} months)."
    yield Problem(
        message,
        _place(record),
        value=found.last,
        fix="Look at the source again, correct what changed, and enter the day under `checked`, `as_of` or `checks`.",
        severity=Severity.ERROR if late else Severity.WARNING,
    )
