"""A quote holds a figure that the claim does not.

The quote shows where the figures stand; a figure of the quote is none of the claim.

Why it matters:
The figure was copied wrongly, or the quote is of another finding.

How to fix it:
Compare quote and figures digit by digit; shorten the quote to what the claim is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG702",
    each=Finding,
    severity=Severity.WARNING,
    where=has("Q2"),
    without_subject="needs a quote that holds figures",
)
def quote_with_other_figures(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check Q2 of the integrity report."""
    for item in unexplained("Q2", context):
        message = f"The quote holds {item.printed}, which the claim does not."
        yield problem(item, message, context, "Compare quote and figures digit by digit.")
