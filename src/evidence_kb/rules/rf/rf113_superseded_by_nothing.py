"""Something is superseded, and its successor is not named.

A superseded source or recommendation names the source that took its place under `by`; conversely `by` stands only where
something was corrected, replaced or taken back.

Why it matters:
A reader of the old recommendation has to be led to the one that holds now.

How to fix it:
Add `by` with the id of the newer source (and the source itself). Where the successor is not in the library, add it as a
source; where nobody saw one, `not-established` is the honest value.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.review import Status
from evidence_kb.records.source import Standing
from evidence_kb.rules.rule import Context, Problem, rule

STANDS = ("no-notice-seen", "current", "not-established", "not-applicable")


@rule("RF113", each=(Standing, Status))
def superseded_by_nothing(standing: Standing | Status, context: Context) -> Iterator[Problem]:
    """Compare the value with the presence of a successor."""
    if standing.value == "superseded" and standing.by is None:
        fix = "Add `by` with the id of the source that took its place."
        yield Problem("It is superseded, and `by` does not say by what.", ("value",), value=standing.value, fix=fix)
    if standing.value in STANDS and standing.by is not None:
        message = f"`by` names `{standing.by}` as its successor, and the value is `{standing.value}`."
        yield Problem(message, ("by",), value=standing.by, fix="Write `superseded` or `corrected`, or remove `by`.")
    if standing.by is not None and standing.by == context.entry.id:
        yield Problem(f"`{standing.by}` cannot take its own place.", ("by",), value=standing.by, fix="Correct `by`.")
