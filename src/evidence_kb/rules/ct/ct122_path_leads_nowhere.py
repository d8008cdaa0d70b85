"""An entry of `not_seen` looks like a path, and leads nowhere.

`not_seen` and `not_reported` list fields of the record (`contrasts.interval`), or things in words. A path whose parts
are no keys of the record is misspelt.

Why it matters:
Pages show beside a field why it is empty. A misspelt path explains nothing, and the gap looks forgotten.

How to fix it:
Write the path as the keys of the record lead to it, without numbers of list entries; or say it in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.fields import fields
from evidence_kb.records.model import Model
from evidence_kb.records.study import StudyArm
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest

PATH = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)+")


@rule("CT122", each=Claim, where=lambda claim, context: bool(claim.not_seen or claim.not_reported))
def path_leads_nowhere(claim: Claim, context: Context) -> Iterator[Problem]:
    """Follow every entry that is written as a path through the keys of the records."""
    for field in ("not_seen", "not_reported"):
        for index, entry in enumerate(getattr(claim, field)):
            if not PATH.fullmatch(entry):
                continue
            wrong, known = _first_unknown(type(claim), [part for part in entry.split(".") if not part.isdigit()])
            if wrong is not None:
                guess = nearest(wrong, known)
                hint = f" Did you mean `{guess}`?" if guess else ""
                message = f"`{wrong}` in `{entry}` is no key of this record.{hint}"
                fix = f"Write `{entry.replace(wrong, guess)}`." if guess else "Correct the path, or say it in words."
                yield Problem(message, (field, index), value=entry, allowed=known, nearest=guess, fix=fix)


def _first_unknown(model: type[Model], parts: list[str]) -> tuple[str | None, tuple[str, ...]]:
    """The first part that is no key where it stands, and the keys that are; None where all are known."""
    current: type[Model] | None = model
    for part in parts:
        known = fields(current) if current is not None else {}
        if part not in known:
            return part, tuple(known)
        # What is not seen of an arm that is only named is not seen in the study's description of it.
        current = StudyArm if known[part].refers_to == ("arm",) else known[part].part
    return None, ()
