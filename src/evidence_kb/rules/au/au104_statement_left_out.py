"""A statement is missing from an audit.

Every statement of fact is audited, numbered in the order of the document from 1 on. Here a number is skipped, or
stands out of order.

Why it matters:
An audit of chosen statements is a choice. Gaps in the numbers are how one sees it.

How to fix it:
Add the missing statement (as `not-assessed` if nobody has looked), or number the statements anew. What was left out as
a whole, such as captions, stands under `document.left_out`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.audit import Audit
from evidence_kb.rules.rule import Context, Problem, rule

NUMBERED = re.compile(r"(?P<letters>[A-Za-z-]*)(?P<number>\d+)")


@rule("AU104", each=Audit)
def statement_left_out(audit: Audit, context: Context) -> Iterator[Problem]:
    """Follow the numbers; each series of letters counts for itself. A first number above 1 is a warning."""
    last: dict[str, int] = {}
    for index, statement in enumerate(audit.statements):
        at = ("statements", index, "id")
        match = NUMBERED.fullmatch(statement.id)
        if match is None:
            message = f"`{statement.id}` is no number with letters before it, such as `A01`."
            yield Problem(message, at, value=statement.id, fix="Number the statements in the order of the document.")
            continue
        letters, number = match["letters"], int(match["number"])
        before = last.get(letters, 0)
        # A number that stands twice is told by AU103; what follows it is not out of order.
        last[letters] = number + (number == before)
        if number in (before, before + 1) and number:
            continue
        expected = f"{letters}{before + 1:0{len(match['number'])}d}"
        message = f"`{statement.id}` stands where `{expected}` is expected."
        fix = "Add what is missing, or number the statements anew."
        severity = None if before else Severity.WARNING
        yield Problem(message, at, value=statement.id, nearest=expected, fix=fix, severity=severity)
