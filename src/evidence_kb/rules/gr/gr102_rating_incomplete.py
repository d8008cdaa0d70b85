"""A rating lacks a part, or is given where nothing was rated.

A rated or provisional certainty has `start`, `final` and what it is a certainty `of`. A row that is not rated has
none of them.

Why it matters:
A level without a start cannot be checked; a level on a row that was not rated would be shown as if it had been.

How to fix it:
Add what is missing, or set `status: not-rated` and take the level out.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.grading import steps
from evidence_kb.records.grade import Certainty
from evidence_kb.rules.rule import Context, Problem, rule


@rule("GR102", each=Certainty)
def rating_incomplete(certainty: Certainty, context: Context) -> Iterator[Problem]:
    """Look for the parts of a rating."""
    if certainty.status == "not-rated":
        given = [name for name in ("start", "final", "of") if getattr(certainty, name) is not None]
        if given or steps(certainty):
            message = "The row is not rated, and a rating is given."
            yield Problem(message, ("status",), value=certainty.status, fix="Take the rating out, or change `status`.")
        return
    for name in ("start", "final", "of"):
        if getattr(certainty, name) is None:
            message = f"The certainty is {certainty.status}, and `{name}` is missing."
            yield Problem(
                message, ("status",), value=certainty.status, fix=f"Add `{name}`, or set `status: not-rated`."
            )
