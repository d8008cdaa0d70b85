"""A statement gives the figures of two arms the other way round.

The statement names the arms in one order and their figures in the other, so that each arm seems to have the figure of
the other.

Why it matters:
The better treatment becomes the worse one. Sums, percentages and intervals all still fit.

How to fix it:
Compare with the locator. Exchange the figures of the arms, or write the sentence so that each figure follows its arm.

Known exceptions:
Only figures and names that the statement holds once are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.arm_order import exchanged_arms
from evidence_kb.findings import Severity
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.rules.rule import Context, Problem, rule


@rule("WD107", each=(ResponseRate, Continuous), severity=Severity.WARNING)
def figures_of_exchanged_arms(claim: ResponseRate | Continuous, context: Context) -> Iterator[Problem]:
    """Compare the order of figures and names in the statement."""
    found = exchanged_arms(claim, context.kb)
    if found is not None:
        one, other = found.figures
        arms = f"`{found.first}` and `{found.second}`"
        message = f"The statement names {arms} in another order than their figures {one} and {other}."
        fix = "Exchange the figures of the arms, or let each figure follow its arm."
        yield Problem(message, ("statement",), value=found.figures[0], fix=fix)
