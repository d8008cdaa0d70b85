"""A risk difference or its interval does not follow from the counts.

The record gives events and people of both arms, and a printed risk difference (or limits) that they do not give.

Why it matters:
A count or the estimate was copied wrongly, or the estimate is not what the record calls it.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed. If the estimate is adjusted, list the covariates under `adjusted_for`.

Known exceptions:
Adjusted, modelled, pooled, paired and clustered estimates need not be the crude ones: `adjusted_for`,
`analysis.estimate`, `study.structure` or `analysis.clusters` say so. Adjustment explains no change of sign and none
above 0.2 on the logarithm. The interval agrees if any usual method gives it.

References:
Newcombe RG. Statistics in Medicine 1998.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, printed_otherwise
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG303",
    each=Contrast,
    severity=Severity.WARNING,
    where=has("E3"),
    without_subject="needs a risk difference beside counts in both arms",
)
def risk_difference_not_from_counts(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check E3 of the integrity report."""
    yield from printed_otherwise("E3", context, but=("odds-ratio", "swapped"))
