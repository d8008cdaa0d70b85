"""A p value does not belong to its arms.

No usual test of the counts, or of the means and their spreads, gives the printed p.

Why it matters:
A figure of an arm or p was copied wrongly, or p is of another comparison.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
Adjusted and stratified tests (`adjusted_for`), several tests (`analysis.multiplicity`), p over more arms
(`p_covers`), clusters and crossover trials.

References:
Nuijten MB et al. Behavior Research Methods 2016.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG405", each=Contrast, severity=Severity.WARNING, where=has("S4"))
def p_not_from_arms(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check S4 of the integrity report."""
    for item in unexplained("S4", context):
        message = f"The arms give p {item.recomputed}, and p {item.printed} is printed."
        yield problem(item, message, context, "Look up p and the figures of both arms.")
