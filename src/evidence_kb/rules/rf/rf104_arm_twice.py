"""An arm stands twice in one list.

The arms of a study have ids of their own, and a claim gives the figures of each arm once.

Why it matters:
Two rows for one arm count its people twice, and a reference to the arm means either of two.

How to fix it:
Give the second arm its own id, or remove the copy. Figures at another time belong in another claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.comparison import Comparison
from evidence_kb.records.claims.continuous import Continuous
from evidence_kb.records.claims.response_rate import ResponseRate
from evidence_kb.records.claims.time_to_event import TimeToEvent
from evidence_kb.records.study import Study
from evidence_kb.rules.rule import Context, Problem, rule

WithArms = Study | ResponseRate | Continuous | TimeToEvent | Comparison


@rule("RF104", each=(Study, ResponseRate, Continuous, TimeToEvent, Comparison))
def arm_twice(record: WithArms, context: Context) -> Iterator[Problem]:
    """Compare the ids of the arms."""
    seen: set[str] = set()
    for index, arm in enumerate(record.arms):
        field = "id" if isinstance(record, Study) else "arm"
        id = arm if isinstance(arm, str) else str(getattr(arm, field))
        if id in seen:
            at = ("arms", index) if isinstance(arm, str) else ("arms", index, field)
            yield Problem(f"The arm `{id}` is listed twice.", at, value=id, fix="Correct the id, or remove the copy.")
        seen.add(id)
