"""A source was corrected, or is a preprint, and nobody says what follows.

`standing.note` says what the correction changes, and whether the figures here are the corrected ones; of a preprint,
whether a reviewed version was looked for.

Why it matters:
A correction may be of an author's name or of the main result. Without the note every figure of the paper is in doubt.

How to fix it:
Read the notice and add `note` in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.source import Standing
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CU106", each=Standing, severity=Severity.WARNING)
def correction_unexplained(standing: Standing, context: Context) -> Iterator[Problem]:
    """Ask for a note."""
    if standing.value in ("corrected", "preprint") and not standing.note:
        what = "was corrected" if standing.value == "corrected" else "is a preprint"
        message = f"`{context.entry.id}` {what}, and no `note` says what follows for its figures."
        yield Problem(
            message, ("value",), value=standing.value, fix="Add `note`: what was changed, and which figures stand here."
        )
