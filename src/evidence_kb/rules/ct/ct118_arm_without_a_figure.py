"""An arm has no figure, and nobody says why.

An arm in a claim has its count, percentage, mean or median. Where nothing was seen, `result: not-seen` says so; where
the full text gives nothing, `result: not-reported`.

Why it matters:
An empty row cannot be told from a forgotten one.

How to fix it:
Enter the figures, or `result: not-seen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.arms import ArmContinuous, ArmProportion, ArmTime
from evidence_kb.records.base import Claim
from evidence_kb.rules.rule import Context, Problem, rule

FIGURES = ("n_events", "percent", "centre", "baseline", "median")
FIELDS = ("arms", *(f"arms.{name}" for name in FIGURES))


@rule("CT118", each=(ArmProportion, ArmContinuous, ArmTime))
def arm_without_a_figure(arm: ArmProportion | ArmContinuous | ArmTime, context: Context) -> Iterator[Problem]:
    """Ask for any figure, or a word on why there is none."""
    if any(getattr(arm, name, None) is not None for name in FIGURES) or getattr(arm, "result", None) is not None:
        return
    claim = context.record
    if isinstance(claim, Claim) and {*claim.not_seen, *claim.not_reported} & set(FIELDS):
        return
    fix = "Enter its figures, or `result: not-seen`."
    if isinstance(arm, ArmTime):
        fix = "Enter its figures, or list `arms.median` under `not_seen`."
    yield Problem(f"The arm `{arm.arm}` has no figure, and nothing says why.", ("arm",), value=arm.arm, fix=fix)
