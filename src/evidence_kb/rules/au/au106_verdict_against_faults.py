"""A verdict does not fit the faults.

What is accurate has no fault. What is overstated or selective has one, and says which.

Why it matters:
The fault is what a publisher can mend. A verdict without it gives no help, and a fault beside "accurate" is a riddle.

How to fix it:
Name the fault, or remove it and judge again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from evidence_kb.records.audit import Fault, Statement
from evidence_kb.rules.rule import Context, Problem, rule


@rule("AU106", each=Statement)
def verdict_against_faults(statement: Statement, context: Context) -> Iterator[Problem]:
    """Compare the verdict with the presence of faults."""
    if statement.verdict == "accurate" and statement.faults:
        message = f"{statement.id} is called accurate and has the fault `{statement.faults[0]}`."
        yield Problem(message, ("faults",), value=statement.faults[0], fix="Remove the fault, or judge again.")
    if statement.verdict in ("overstated", "accurate-but-selective") and not statement.faults:
        message = f"{statement.id} is called {statement.verdict}, and `faults` does not say why."
        yield Problem(message, ("verdict",), value=statement.verdict, allowed=get_args(Fault), fix="Add `faults`.")
