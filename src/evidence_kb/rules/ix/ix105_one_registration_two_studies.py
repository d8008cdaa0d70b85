"""One registration stands under two studies.

All reports of one trial carry the same `study.id`. Two sources name the same registration and different studies.

Why it matters:
One trial would be counted as two, and its people twice.

How to fix it:
Give both sources the same `study.id` and the same arm ids, or correct the registration.

Known exceptions:
One registration may cover two trials of a programme; then a waiver says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.study import Study
from evidence_kb.rules.rule import Context, Problem, rule


@rule("IX105", each=Study, where=lambda study, context: bool(study.registration))
def one_registration_two_studies(study: Study, context: Context) -> Iterator[Problem]:
    """Look for the registration in the studies that come before this one."""
    for index, number in enumerate(study.registration):
        for other, reports in context.kb.studies.items():
            named = [entry.id for entry in reports if number in _numbers(entry.record.study)]
            if other < study.id and named:
                message = f"`{number}` is the registration of the study `{other}` (`{named[0]}`) too."
                fix = "Give both sources the same `study.id`, or correct the registration."
                yield Problem(message, ("registration", index), value=number, fix=fix)


def _numbers(study: Study | None) -> tuple[str, ...]:
    return study.registration if study else ()
