"""A study that fits a row of a question is not in it.

The library holds a result on the row's outcome in the question's population and condition, of its intervention against
its comparator, from a study none of whose results stands under that outcome.

Why it matters:
Evidence that is left out without a word is how reviews go wrong. A study may be left out of a rating, but not out of
sight.

How to fix it:
Add the claim to `body`: rated, inside the estimate, or as context with the reason.

Known exceptions:
A study that a listed pooled result contains (`includes`) is in the row. Results of other doses, combinations or routes
fit when their terms do; if they answer another question, make them context with `why`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.fitting_evidence import fitting_claims, studies_inside, studies_of
from evidence_kb.findings import Severity
from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF120", each=Question, severity=Severity.WARNING)
def study_left_out(question: Question, context: Context) -> Iterator[Problem]:
    """For every outcome compare the studies that fit with those that are listed; one message a study."""
    told: set[str] = set()
    for index, row in enumerate(question.outcomes):
        if row.outcome in told or row.subgroup is not None:
            continue
        told.add(row.outcome)
        listed = [part.claim for one in question.outcomes if one.outcome == row.outcome for part in one.body]
        known = {study for id in listed for study in studies_of(context.kb, id) | studies_inside(context.kb, id)}
        for id in fitting_claims(context.kb, question.pico, row.outcome):
            studies = studies_of(context.kb, id)
            if not studies & known:
                known |= studies
                message = f"`{id}` fits this question, and no result of its study stands under `{row.outcome}`."
                fix = f"Add `{{claim: {id}, role: …}}` to `body`; as context it needs its `why`."
                yield Problem(message, ("outcomes", index, "outcome"), value=id, fix=fix)
