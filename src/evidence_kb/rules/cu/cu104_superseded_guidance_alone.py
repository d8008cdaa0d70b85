"""A question lists a superseded recommendation without its successor.

Old guidance may be listed to show what changed. The guidance that took its place has to stand beside it.

Why it matters:
A reader in a hurry takes what is listed for what holds.

How to fix it:
Add the claim from the newer source to `guidance` (also where it is an absence), or remove the old one.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.question import Question
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CU104", each=Question)
def superseded_guidance_alone(question: Question, context: Context) -> Iterator[Problem]:
    """Look for a claim from the successor of every superseded recommendation."""
    # A claim that is missing or unread may be the one that is asked for; it has its own finding.
    if any(id not in context.kb.claims for id in question.guidance):
        return
    claims = [context.kb.claims.get(id) for id in question.guidance]
    cited = {citation.source for entry in claims if entry for citation in entry.record.citations}
    for index, entry in enumerate(claims):
        if entry is None or not isinstance(entry.record, Recommendation):
            continue
        status = entry.record.status
        if status.value == "superseded" and status.by in context.kb.sources and status.by not in cited:
            message = f"`{entry.id}` is superseded by `{status.by}`, and no claim from there stands beside it."
            fix = f"Add a claim from `{status.by}` to `guidance`, or remove this one."
            yield Problem(message, ("guidance", index), value=entry.id, fix=fix)
