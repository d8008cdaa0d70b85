"""A waiver gives no reason that a reader could judge.

The reason is printed beside the figure. It has to say what the source shows and why the record stays.

Why it matters:
A waiver without a reason is a switch, not an explanation; the next editor cannot tell whether it still holds.

How to fix it:
Say in a sentence what the source prints and why it is kept, in at least four words.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.library import RuleSetting
from evidence_kb.records.review import Waiver
from evidence_kb.rules.rule import Context, Problem, rule

MIN_WORDS = 4


@rule("WV103", each=(Waiver, RuleSetting))
def waiver_without_reason(waiver: Waiver | RuleSetting, context: Context) -> Iterator[Problem]:
    """Count the words of the reason."""
    if len(waiver.reason.split()) < MIN_WORDS:
        yield Problem(
            f"The waiver of {waiver.rule} gives the reason `{waiver.reason}`; a reader needs a sentence.",
            ("reason",),
            value=waiver.reason,
            fix="Say what the source prints and why the record stays as it is.",
        )
