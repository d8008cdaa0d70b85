"""Two statements of an audit have the same id.

Statements are cited by their ids (`A18`), in other records and in letters to publishers.

Why it matters:
Nobody could tell which of the two is meant.

How to fix it:
Number the second one anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.audit import Audit
from evidence_kb.rules.rule import Context, Problem, rule


@rule("AU103", each=Audit)
def statement_id_twice(audit: Audit, context: Context) -> Iterator[Problem]:
    """Compare the ids of the statements."""
    seen: set[str] = set()
    for index, statement in enumerate(audit.statements):
        if statement.id in seen:
            message = f"The id `{statement.id}` stands twice in this audit."
            yield Problem(message, ("statements", index, "id"), value=statement.id, fix="Number this one anew.")
        seen.add(statement.id)
