"""The honest wording repeats the statement.

`honest_wording` says what may be said instead. Here it is the statement itself, though the verdict finds it wanting.

Why it matters:
The honest wording is what a publisher copies.

How to fix it:
Write what the evidence allows, with its limits; or "Leave the figure out." Where the statement may stand, the verdict
is accurate.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import tokens
from evidence_kb.records.audit import Statement
from evidence_kb.rules.rule import Context, Problem, rule

MAY_STAND = ("accurate", "not-checkable", "not-assessed")


@rule("AU107", each=Statement)
def wording_unchanged(statement: Statement, context: Context) -> Iterator[Problem]:
    """Compare the words of both."""
    if statement.verdict not in MAY_STAND and tokens(statement.honest_wording) == tokens(statement.says):
        message = f"{statement.id} is {statement.verdict}, and its honest wording is the statement itself."
        fix = "Write what the evidence allows."
        yield Problem(message, ("honest_wording",), value=statement.honest_wording[:80], fix=fix)
