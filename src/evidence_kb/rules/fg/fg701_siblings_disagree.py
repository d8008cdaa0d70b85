"""Two claims give different figures for one thing.

Claims on one study, outcome, arm, time and group carry the same figures. A difference between two publications of one
study is a warning.

Why it matters:
A reader finds one study with two results, and cannot know which is right.

How to fix it:
Look both up. If they are of different analyses, say in which (`analysis.set`, `timepoint`, `event`).

Known exceptions:
Interim and final results, and other sets of people, are told apart by `timepoint` and `analysis`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule(
    "FG701",
    each=Finding,
    where=has("X1"),
    without_subject="needs two claims on one study, outcome, arm, time and group",
)
def siblings_disagree(claim: Finding, context: Context) -> Iterator[Problem]:
    """Read check X1 of the integrity report."""
    for item in unexplained("X1", context):
        message = f"{item.what} is {item.recomputed}, and here {item.printed}."
        yield problem(
            item,
            message,
            context,
            "Look both up; correct one, or say how the analyses differ.",
            Severity.WARNING if item.cause == "companion" else None,
        )
