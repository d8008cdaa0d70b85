"""A p value does not belong to its interval.

Estimate and interval imply a range of p; the printed p lies outside it.

Why it matters:
The estimate, a limit or p was copied wrongly, or they come from different analyses.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed. If p was adjusted for several tests, say so under `analysis.multiplicity`.

Known exceptions:
p adjusted for several tests (`analysis.multiplicity`), over more arms (`p_covers`), or for non-inferiority.

References:
Altman DG, Bland JM. BMJ 2011;343:d2304.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG402", each=Contrast, severity=Severity.WARNING, where=has("S2"))
def p_not_from_interval(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check S2 of the integrity report."""
    for item in unexplained("S2", context):
        message = f"The interval implies p {item.recomputed}, and p {item.printed} is printed."
        yield problem(item, message, context, "Look up p, the estimate and both limits.")
