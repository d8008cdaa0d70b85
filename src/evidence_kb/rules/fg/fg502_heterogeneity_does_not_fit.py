"""Figures of heterogeneity do not fit together.

I² and p follow from Q and its degrees of freedom; the degrees of freedom are one less than the studies.

Why it matters:
One of them was copied wrongly, or belongs to another pool.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
A generalised Q gives another I².

References:
Higgins JPT, Thompson SG. Statistics in Medicine 2002.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG502",
    each=MetaAnalysis,
    severity=Severity.WARNING,
    where=has("M2"),
    without_subject="needs Q or I² beside the number of studies",
)
def heterogeneity_does_not_fit(claim: MetaAnalysis, context: Context) -> Iterator[Problem]:
    """Read check M2 of the integrity report."""
    for item in unexplained("M2", context, but=("narrower",)):
        message = f"{item.what} is {item.recomputed}, not {item.printed}."
        yield problem(item, message, context, "Look up Q, df, p, I² and the number of studies.")
