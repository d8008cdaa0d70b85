"""Nobody recorded when this was last looked at.

Neither the source nor some claim from it bears the date of a look, so that nobody can say when it is due.

Why it matters:
What has no date is never due, and grows old unseen.

How to fix it:
Enter the day on which the source was looked at under `standing.checked` of the source, or under `on` of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.currency import review
from evidence_kb.findings import Severity
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CU108", each=Source, severity=Severity.WARNING)
def never_dated(source: Source, context: Context) -> Iterator[Problem]:
    """Ask for the date of a look where a claim rests on that of its source."""
    found = review(context.kb, context.entry.id, "source")
    if found is not None and found.last is None:
        message = "No date says when this source was last looked at, and claims from it bear none of their own."
        yield Problem(message, ("standing",), fix="Add `checked` with the day to `standing`.")
