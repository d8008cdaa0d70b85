"""An arm's result was not seen, and has figures.

`result: not-seen` and `result: not-reported` stand where the result itself is missing. The size of the arm and its
value before treatment may still be known.

Why it matters:
Figures of a result that nobody saw come from memory, or the word is wrong.

How to fix it:
Remove the figures, or `result`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.arms import ArmContinuous, ArmProportion
from evidence_kb.rules.rule import Context, Problem, rule

RESULTS = ("n_events", "percent", "centre", "spread", "interval")


@rule("CT119", each=(ArmProportion, ArmContinuous))
def figure_of_an_unseen_result(arm: ArmProportion | ArmContinuous, context: Context) -> Iterator[Problem]:
    """Find figures beside a word that says there are none."""
    if arm.result not in ("not-seen", "not-reported"):
        return
    for name in RESULTS:
        if getattr(arm, name, None) is not None:
            message = f"The result of `{arm.arm}` is {arm.result}, and `{name}` gives it."
            yield Problem(message, (name,), fix=f"Remove `{name}`, or `result`.")
            return
