"""A field has a value, and is listed as not seen.

`not_seen` and `not_reported` list fields that are empty because nothing could be seen or nothing is there.

Why it matters:
One of the two is wrong: a figure that nobody saw, or a gap that is none.

How to fix it:
Remove the path from the list, or the value from the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.model import Model
from evidence_kb.rules.rule import Context, Problem, rule

NOTHING = ("not-seen", "not-reported", "null")


@rule("CT117", each=Claim, where=lambda claim, context: bool(claim.not_seen or claim.not_reported))
def seen_and_not_seen(claim: Claim, context: Context) -> Iterator[Problem]:
    """Follow every entry that is a path; entries in words are left alone."""
    for field in ("not_seen", "not_reported"):
        for index, entry in enumerate(getattr(claim, field)):
            if _all_filled(claim, entry.split(".")):
                message = f"`{entry}` is listed under `{field}`, and the record gives it."
                yield Problem(message, (field, index), value=entry, fix="Remove the entry, or the value.")
    for index, entry in enumerate(claim.not_reported):
        if entry in claim.not_seen:
            message = f"`{entry}` is listed as not seen and as not reported; it can be only one."
            yield Problem(message, ("not_reported", index), value=entry, fix="Keep it in one of the two lists.")


def _all_filled(value: object, path: list[str]) -> bool:
    """Whether the path leads to a value in every item of the lists on its way (one gap is enough for an entry)."""
    if isinstance(value, tuple):
        if path and path[0].isdigit():
            return int(path[0]) < len(value) and _all_filled(value[int(path[0])], path[1:])
        return bool(value) and all(not path or _all_filled(item, path) for item in value)
    if not path:
        # A mapping may be there in part: only its fields can be said to be filled.
        return value is not None and value not in NOTHING and not isinstance(value, Model)
    if not isinstance(value, Model):
        return False
    return _all_filled(dict(value.parts()).get(path[0]), path[1:])
