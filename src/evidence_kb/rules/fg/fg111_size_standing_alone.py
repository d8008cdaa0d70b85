"""A number of people stands in one place only.

The size of an arm, of a condition or of an experiment is found again in the statement, in the study or in another
claim of the same source.

Why it matters:
A size that nothing else confirms may be a slip of the pen; every figure from it would be wrong.

How to fix it:
Look it up at the locator. If only a part of the people was analysed, say which under `analysis.set`.

Known exceptions:
Analyses of a named part of the people (`analysis.set`, `analysis.subgroup`).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Claim
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG111", each=Claim, severity=Severity.WARNING, where=has("P3"))
def size_standing_alone(claim: Claim, context: Context) -> Iterator[Problem]:
    """Read check P3 of the integrity report."""
    for item in unexplained("P3", context, causes=("alone",)):
        message = f"{item.printed} people: neither the statement nor the study holds this number."
        yield problem(
            item, message, context, "Look it up; if a part of the people was analysed, name it under `analysis.set`."
        )
