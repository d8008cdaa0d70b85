"""The estimate of a row is not rated in its body.

The claim that carries the estimate belongs to the body of evidence, as a rated claim, with its directness.

Why it matters:
The certainty is that of the body. An estimate outside it is rated by nobody.

How to fix it:
Add the claim to `body` with `role: rated`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF112", each=QuestionOutcome, where=lambda row, context: row.estimate in context.kb.claims)
def estimate_not_in_body(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Look for the estimate among the rated claims."""
    if row.estimate in {part.claim for part in row.body if part.role == "rated"}:
        return
    fix = f"Add `{{claim: {row.estimate}, role: rated}}` to `body`."
    yield Problem(
        f"`{row.estimate}` carries the estimate and is not rated in `body`.", ("estimate",), value=row.estimate, fix=fix
    )
