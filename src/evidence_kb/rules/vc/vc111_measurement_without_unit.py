"""A measurement has neither a scale nor a unit.

A mean of 3.1 says nothing without the scale (0 to 10?) or the unit (hours? millimetres?).

Why it matters:
Figures of different scales would stand side by side, and nobody could tell whether a difference matters.

How to fix it:
Add `scale` (a term) or `unit`. Where the source does not show it, list `scale` or `unit` under `not_seen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.rules.rule import Context, Problem, rule

WITHOUT = ("percent-change", "percent-reduction", "ratio-to-baseline")


@rule("VC111", each=Continuous)
def measurement_without_unit(claim: Continuous, context: Context) -> Iterator[Problem]:
    """Ask for a scale or a unit where the quantity is not a share."""
    known = {"scale", "unit"} & {*claim.not_seen, *claim.not_reported}
    if claim.scale is None and claim.unit is None and claim.quantity not in WITHOUT and not known:
        fix = "Add `scale` or `unit`, or list it under `not_seen`."
        yield Problem("The measurement has neither `scale` nor `unit`.", ("quantity",), value=claim.quantity, fix=fix)
