"""An analysis of all people randomised leaves some out.

`analysis.set: randomised` says that everybody is in the denominator; the arm of the study has more people.

Why it matters:
People who drop out are seldom those who did well; a smaller denominator flatters the treatment.

How to fix it:
Correct the denominator, or name the set that was analysed (`mitt`, `treated`, `completers` …).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG107", each=Finding, severity=Severity.WARNING, where=has("P3"))
def fewer_people_than_randomised(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check P3 of the integrity report."""
    for item in unexplained("P3", context, causes=("fewer",)):
        message = (
            f"{item.printed} of {item.recomputed} people randomised are analysed, and the set is called `randomised`."
        )
        yield problem(item, message, context, "Correct the denominator or `analysis.set`.")
