"""The consequence does not fit the verdict.

What is contradicted misleads at least; what is accurate can neither mislead nor harm.

Why it matters:
Consequences decide what a publisher mends first.

How to fix it:
Correct `consequence`, or the verdict. A true statement that misleads by what it leaves out is `accurate-but-selective`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.audit import Statement
from evidence_kb.rules.rule import Context, Problem, rule


@rule("AU108", each=Statement, severity=Severity.WARNING)
def consequence_against_verdict(statement: Statement, context: Context) -> Iterator[Problem]:
    """Compare the consequence with the verdict."""
    if statement.verdict == "contradicted" and statement.consequence == "none":
        message = f"{statement.id} is contradicted, and its consequence is `none`."
        fix = "Write `could-mislead` or `could-harm`."
        yield Problem(message, ("consequence",), value="none", allowed=("could-mislead", "could-harm"), fix=fix)
    if statement.verdict == "accurate" and statement.consequence != "none":
        message = f"{statement.id} is accurate, and its consequence is `{statement.consequence}`."
        fix = "Write `none`, or `accurate-but-selective` with its fault."
        yield Problem(message, ("consequence",), value=statement.consequence, nearest="none", fix=fix)
