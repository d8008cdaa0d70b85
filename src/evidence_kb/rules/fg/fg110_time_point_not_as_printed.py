"""A time point is not the one that is printed.

`at`, `start` and `end` say in units what `printed` says in words; a time in the id of the claim is that of the
figures.

Why it matters:
A figure at 30 minutes is another finding than the same figure at 2 hours.

How to fix it:
Correct the part that is wrong. If the id itself is wrong, rename the file and leave the old id under `aliases`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG110", each=Finding, severity=Severity.WARNING, where=has("X2"))
def time_point_not_as_printed(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check X2 of the integrity report."""
    for item in unexplained("X2", context):
        message = f"{item.what} says {item.printed}, and the time point is {item.recomputed}."
        yield problem(item, message, context, "Correct the part of the time point that is wrong.")
