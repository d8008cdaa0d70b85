"""A certainty is rated up where GRADE does not rate up.

Only evidence from studies without randomisation that was not rated down for anything can be rated up.

Why it matters:
Rating up after rating down hides the flaw that was just found.

How to fix it:
Take the step out, or say in the reasons why the flaws do not count.

References:
GRADE guidelines 9, J Clin Epidemiol 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.grading import steps
from evidence_kb.records.grade import Certainty
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR104", each=Certainty)
def rated_up_wrongly(certainty: Certainty, context: Context) -> Iterator[Problem]:
    """Look for steps up beside a high start or steps down."""
    ups = [step for step in steps(certainty) if step.levels > 0]
    downs = [step for step in steps(certainty) if step.levels < 0]
    if ups and (certainty.start == "high" or downs):
        why = "it starts high" if certainty.start == "high" else f"it is rated down for {downs[0].domain}"
        message = f"The certainty is rated up for {ups[0].domain}, although {why}."
        yield Problem(message, ("up",), value=ups[0].field, fix="Take the step out.")
