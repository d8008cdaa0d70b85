"""A difference of means or its interval does not follow from the arms.

The record gives means of both arms (or before and after), and a difference, ratio or percentage that they do not
give.

Why it matters:
One of the figures was copied wrongly, or the difference is an adjusted one.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed. If the difference is adjusted, list the covariates under `adjusted_for`.

Known exceptions:
Least-squares means and models of repeated measures: `adjusted_for` or `analysis.estimate: modelled`. A difference of
medians is not recomputed.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, printed_otherwise
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG306", each=Finding, severity=Severity.WARNING, where=has("E6"))
def mean_difference_not_from_arms(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check E6 of the integrity report."""
    yield from printed_otherwise("E6", context, but=("swapped",))
