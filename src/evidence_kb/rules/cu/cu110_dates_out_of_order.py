"""Two dates stand in the wrong order.

A page is opened after it was published, a document captured after it was written, a guideline issued after the evidence
that it used.

Why it matters:
One of the dates is a slip, or belongs to another document.

How to fix it:
Look both dates up, and correct the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.currency import surely_after
from evidence_kb.findings import FieldPath
from evidence_kb.records.audit import Audit
from evidence_kb.records.base import Entity
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regulatory import Regulatory
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule

Pair = tuple[str, str | None, str, str | None, FieldPath]


@rule("CU110", each=(Source, Audit, Recommendation, Regulatory))
def dates_out_of_order(record: Entity, context: Context) -> Iterator[Problem]:
    """Compare each pair of dates as far as both are known; the finding stands at the later one in the list."""
    for first, one, second, other, at in _pairs(record):
        # A date that lies in the future has its own finding (CU109).
        future = any(surely_after(date, context.as_of) for date in (one, other) if date)
        if one and other and not future and surely_after(one, other):
            message = f"{first} is {one}, and {second} {other}; the second cannot come before the first."
            yield Problem(message, at, value=other, fix="Look both up, and correct the wrong one.")


def _pairs(record: Entity) -> Iterator[Pair]:
    if isinstance(record, Source):
        issued = record.csl.issued
        yield "The date of publication", issued, "`standing.checked`", record.standing.checked, ("standing", "checked")
        yield "The date of publication", issued, "`accessed`", record.csl.accessed, ("csl", "accessed")
        for index, page in enumerate(record.checked):
            yield "The date of publication", issued, "the page was opened on", page.on, ("checked", index, "on")
    elif isinstance(record, Audit):
        document = record.document
        yield "`published`", document.published, "`updated`", document.updated, ("document", "updated")
        yield "`published`", document.published, "`captured`", document.captured, ("document", "captured")
        yield "`updated`", document.updated, "`captured`", document.captured, ("document", "captured")
        yield "`captured`", document.captured, "`as_of`", record.as_of, ("as_of",)
        for index, statement in enumerate(record.statements):
            at = ("statements", index, "true_until")
            yield "`true_until`", statement.true_until, "the audit's `as_of`", record.as_of, at
    elif isinstance(record, Recommendation):
        yield "`evidence_to`", record.evidence_to, "`date`", record.date, ("date",)
        yield "`date`", record.date, "`status.checked`", record.status.checked, ("status", "checked")
    elif isinstance(record, Regulatory):
        yield "`date`", record.date, "`as_of`", record.as_of, ("as_of",)
