"""A p value is given as zero.

No test gives p = 0; programs print 0.000 where they mean below 0.001.

Why it matters:
A reader who computes with 0 takes chance for impossible.

How to fix it:
Write it as the source means it, with `<`. If the source prints the zeros, keep them and add a waiver that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG104", each=Finding, severity=Severity.WARNING)
def p_printed_as_zero(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P4 of the integrity report."""
    for item in unexplained("P4", context, causes=("zero",)):
        message = f"p {item.printed} is never reached; it means {item.recomputed}."
        yield problem(item, message, context, "Write it with `<`, or add a waiver that says what is printed.")
