"""A recommendation and its source disagree on whether they still stand.

`status` of the recommendation and `standing` of its source tell the same story: superseded by the same document,
retired, withdrawn, or still in force.

Why it matters:
One page says that the guideline holds, and another that it does not.

How to fix it:
Correct the one that is out of date. Where nothing was seen, the status is `not-established` and the standing
`no-notice-seen` or `not-established`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.rules.rule import Context, Problem, rule

IN_FORCE = ("current", "not-established")
ENDED = ("superseded", "retired", "withdrawn")


@rule("CU105", each=Recommendation)
def status_against_standing(claim: Recommendation, context: Context) -> Iterator[Problem]:
    """Compare the status with the standing of the cited source."""
    source = context.kb.sources.get(claim.citation.source)
    if source is None:
        return
    standing, status = source.record.standing, claim.status
    # A successor that is no source has its own finding (RF101).
    if any(by is not None and by not in context.kb.sources for by in (standing.by, status.by)):
        return
    ended = standing.value if standing.value in ENDED else None
    if (ended and status.value != ended) or (not ended and status.value in ENDED):
        message = f"The status is `{status.value}`, and the standing of `{source.id}` is `{standing.value}`."
        yield Problem(
            message, ("status", "value"), value=status.value, nearest=ended, fix="Correct the one that is out of date."
        )
    elif ended and status.by != standing.by:
        message = f"The status names `{status.by}` as successor, and the standing of `{source.id}` `{standing.by}`."
        at = ("status", "by") if status.by else ("status", "value")
        yield Problem(
            message, at, value=status.by, nearest=standing.by, fix=f"Write `{standing.by}`, or correct the source."
        )
