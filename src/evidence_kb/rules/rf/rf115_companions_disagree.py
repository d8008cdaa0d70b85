"""Two reports of one study describe it differently.

All reports of one trial carry the same `study.id`. They may describe different arms, but not the same arm with another
dose, nor another way of assignment.

Why it matters:
Figures of both reports are shown as one study's. If the descriptions differ, one is wrong, or they are two studies.

How to fix it:
Look up which description is right. If the papers themselves differ, keep the primary report's and say so in
`design_note`; if they are two studies, give each its own id.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.study import Study
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF115", each=Study)
def companions_disagree(study: Study, context: Context) -> Iterator[Problem]:
    """Compare assignment and arms with the report of the same study that comes first."""
    reports = context.kb.studies[study.id]
    first = reports[0]
    if first.id == context.entry.id or first.record.study is None:
        return
    other = first.record.study
    seen = {study.assignment, other.assignment} - {"not-seen"}
    if len(seen) > 1:
        message = f"`{first.id}` reports the same study `{study.id}` and calls it {other.assignment}."
        fix = "Correct one of the two, or give this study its own id."
        yield Problem(message, ("assignment",), value=study.assignment, fix=fix)
    arms = {arm.id: arm for arm in other.arms}
    for index, arm in enumerate(study.arms):
        known = arms.get(arm.id)
        terms = [part.term for part in (*known.given, *arm.given)] if known is not None else []
        unknown = any(("interventions", term) not in context.kb.terms for term in terms)
        if known is None or unknown or not known.given or not arm.given:
            continue
        if [(part.term, part.dose) for part in known.given] != [(part.term, part.dose) for part in arm.given]:
            message = f"The arm `{arm.id}` was given something else in `{first.id}`, a report of the same study."
            fix = "Correct one of the two, or use another id for the arm."
            yield Problem(message, ("arms", index, "given"), value=arm.id, fix=fix)
