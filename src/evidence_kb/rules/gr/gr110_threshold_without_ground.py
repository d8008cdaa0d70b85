"""A threshold has no value, no unit, or no ground.

A minimal important difference has a value, a unit, and a claim or a reason that it rests on.

Why it matters:
Whether an effect counts as little or as important is decided by this one figure.

How to fix it:
Name the claim under `threshold.claim`, or give the reason under `threshold.why`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR110", each=QuestionOutcome, where=lambda row, context: row.threshold is not None)
def threshold_without_ground(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Look for value, unit and ground."""
    threshold = row.threshold
    if threshold is None or threshold.kind == "any-effect":
        return
    missing = [name for name in ("value", "unit") if getattr(threshold, name) is None]
    if missing:
        message = f"The threshold has no {' and no '.join(missing)}."
        yield Problem(message, ("threshold",), fix="Add it, or set `kind: any-effect`.")
    if threshold.claim is None and not threshold.why:
        message = "The threshold rests on no claim, and no reason is given."
        yield Problem(message, ("threshold",), fix="Name the claim, or give the reason under `why`.")
