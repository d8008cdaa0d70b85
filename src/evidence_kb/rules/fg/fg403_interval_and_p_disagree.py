"""Interval and p decide differently.

The interval clearly excludes no difference and p is clearly not below alpha, or the other way round.

Why it matters:
The two contradict each other on the question that readers ask first.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed. If p was adjusted for several tests, say so under `analysis.multiplicity`.

Known exceptions:
A limit or a p that prints as the null or as alpha decides nothing. p adjusted for several tests
(`analysis.multiplicity`), over more arms (`p_covers`), or for non-inferiority.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG403", each=Contrast, where=has("S3"))
def interval_and_p_disagree(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check S3 of the integrity report."""
    for item in unexplained("S3", context, causes=("decision",)):
        message = f"The {item.recomputed}, and {item.printed} says the contrary."
        yield problem(item, message, context, "Look up p and both limits; say so if p is adjusted or of another test.")
