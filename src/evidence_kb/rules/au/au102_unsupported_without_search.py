"""A statement is called unsupported, and nobody says where support was looked for.

"Unsupported" says that a search found nothing. `searched` says when, where, and what came of it.

Why it matters:
Without the search the verdict says no more than that the library has no such claim.

How to fix it:
Add `searched` with `on`, `where` and `result`. If nobody has looked, the verdict is `not-assessed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.audit import Statement
from evidence_kb.rules.rule import Context, Problem, rule


@rule("AU102", each=Statement)
def unsupported_without_search(statement: Statement, context: Context) -> Iterator[Problem]:
    """Ask for the search."""
    # Without any link, or with one that supports it, the verdict itself is wrong, which AU101 tells.
    judged = not statement.claims or any(link.stance == "supports" for link in statement.claims)
    if statement.verdict == "unsupported" and statement.searched is None and not judged:
        message = f"{statement.id} is called unsupported, and `searched` is missing."
        yield Problem(message, ("verdict",), value="unsupported", fix="Add `searched: {on: …, where: …, result: …}`.")
