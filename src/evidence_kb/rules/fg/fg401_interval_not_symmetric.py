"""An interval does not lie evenly around its estimate.

Usual intervals are symmetric: of ratios on the logarithm, of differences as they are. The middle of the printed
limits is not the printed estimate, however they were rounded.

Why it matters:
A digit of a limit or of the estimate was copied wrongly, or the interval was made by a special method.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed. If the source names a method, write it under `interval.method`.

Known exceptions:
Exact, profile-likelihood, bootstrap, Newcombe and Bayesian intervals (`interval.method`, `interval.kind`).

References:
Cochrane Handbook 6.5, section 6.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG401", each=Contrast, severity=Severity.WARNING, where=has("S1"))
def interval_not_symmetric(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check S1 of the integrity report."""
    for item in unexplained("S1", context):
        message = f"The middle of the interval is {item.recomputed}, and the estimate {item.printed}."
        yield problem(item, message, context, "Look up the estimate and both limits; name the method of the interval.")
