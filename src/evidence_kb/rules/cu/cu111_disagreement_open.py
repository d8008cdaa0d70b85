"""A reader disagreed, and nobody has answered.

A check with the outcome `disagrees` stands until a later check of the same thing corrects the record or agrees.

Why it matters:
Somebody who looked at the source found something else. Until that is settled the record needs an update.

How to fix it:
Look at the place again, correct the record if need be, and enter a check with the outcome `corrected` or `agrees`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.review_state import open_disagreements
from evidence_kb.findings import Severity
from evidence_kb.records.audit import Statement
from evidence_kb.records.base import Entity
from evidence_kb.rules.rule import Context, Problem, rule


@rule("CU111", each=(Entity, Statement), severity=Severity.WARNING)
def disagreement_open(record: Entity | Statement, context: Context) -> Iterator[Problem]:
    """Find disagreements without a later answer."""
    for check in open_disagreements(record.checks):
        at = ("checks", record.checks.index(check), "outcome")
        message = f"{check.by} disagreed on {check.on} ({check.of}), and no later check answers."
        yield Problem(message, at, value=check.outcome, fix="Settle it, and enter a check that says how.")
