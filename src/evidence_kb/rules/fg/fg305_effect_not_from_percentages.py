"""An effect or its interval does not follow from the percentages.

Counts are known only through percentages; no pair of counts that fits them gives the printed effect.

Why it matters:
A percentage, a denominator or the effect was copied wrongly.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
Adjusted, modelled, pooled, paired and clustered estimates need not be the crude ones: `adjusted_for`,
`analysis.estimate`, `study.structure` or `analysis.clusters` say so. Adjustment explains no change of sign and none
above 0.2 on the logarithm.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, printed_otherwise
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG305",
    each=Contrast,
    severity=Severity.WARNING,
    where=has("E4"),
    without_subject="needs an effect beside percentages without counts",
)
def effect_not_from_percentages(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check E4 of the integrity report."""
    yield from printed_otherwise("E4", context, but=("odds-ratio", "swapped"))
