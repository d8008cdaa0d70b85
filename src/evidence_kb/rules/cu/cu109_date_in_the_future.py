"""A date lies in the future.

Nothing can have been read, checked, searched or decided after the day for which the library is judged.

Why it matters:
The date is a slip, and everything that is computed from it (when a review is due, what came first) is wrong.

How to fix it:
Correct the date. If the library itself has moved on, correct `as_of` in library.yaml.

Known exceptions:
Journals date issues up to a year ahead: `csl.issued` may lie that far in the future.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.currency import earliest, months_after
from evidence_kb.records.csl import Csl
from evidence_kb.records.fields import fields
from evidence_kb.records.library import Library
from evidence_kb.records.model import Model
from evidence_kb.rules.rule import Context, Problem, rule

AHEAD = 12


def _has_dates(value: Model, context: Context) -> bool:
    model: type[Model] = type(value)
    return any(one.kind == "date" for one in fields(model).values())


@rule("CU109", each=Model, where=_has_dates)
def date_in_the_future(value: Model, context: Context) -> Iterator[Problem]:
    """Compare every date with the day of judgement, or the library's own where that is later."""
    library = context.kb.library
    today = max(context.as_of, library.record.as_of if library and not isinstance(value, Library) else "")
    model: type[Model] = type(value)
    kinds = fields(model)
    for key, day in value.parts():
        if kinds[key].kind != "date" or not isinstance(day, str):
            continue
        limit = months_after(today, AHEAD) if isinstance(value, Csl) and key == "issued" else today
        if earliest(day) > limit:
            message = f"`{key}` is {day}, after {today}, the day for which the library is judged."
            yield Problem(message, (key,), value=day, fix="Correct the date.")
