"""A claim's part in the body of evidence does not fit its reason.

`why` says why a claim is only context. Context without a reason, and a reason beside a rated claim, leave open what is
meant.

Why it matters:
Leaving evidence out of a rating is a judgement. Without its reason nobody can tell it from a choice of what suits.

How to fix it:
Give context its `why` (design, population, condition, intervention, comparator, outcome, timepoint, overlap,
no-usable-figure). Remove `why` where the claim is rated.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import BodyClaim
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF118", each=BodyClaim)
def part_and_reason_disagree(part: BodyClaim, context: Context) -> Iterator[Problem]:
    """Compare the role with the presence of a reason."""
    if part.role == "context" and part.why is None:
        fix = "Add `why`, or rate the claim."
        yield Problem(
            f"`{part.claim}` is only context, and `why` does not say why.", ("role",), value="context", fix=fix
        )
    if part.role == "rated" and part.why is not None:
        message = f"`{part.claim}` is rated and has the reason `{part.why}` for being only context."
        yield Problem(message, ("why",), value=part.why, fix="Write `role: context`, or remove `why`.")
