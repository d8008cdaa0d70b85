"""Relief is told as freedom from pain.

The outcome is relief, a partial fall or a response, and the sentence speaks of people who are free of pain.

Why it matters:
Relief includes people who still have pain. Freedom is the harder outcome, and told instead it flatters the treatment.

How to fix it:
Say relief, or the source's own words for it; make a claim on freedom where the source reports that, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.audit import Statement
from evidence_kb.records.base import Finding
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.rules.wd.wording import negated

PARTIAL = re.compile(r"relief|reduction|improvement|response|responder|benefit|intensity")
FREEDOM = re.compile(
    r"\b(?:pain[- ]free|painless|free (?:of|from) (?:all )?(?:pain|headache)|freedom from (?:pain|headache)|"
    r"headache[- ]free|"
    r"without (?:any )?pain|(?:pain|headache) (?:was |were |is )?gone|no (?:more )?pain)\b",
    re.I,
)
BOTH = re.compile(r"\b(?:relief|relieved|improved|better|reduc\w+|fell|lower)\b", re.I)


@rule("WD106", each=(Finding, Statement), severity=Severity.WARNING)
def relief_told_as_freedom(record: Finding | Statement, context: Context) -> Iterator[Problem]:
    """Look for words of freedom in sentences on outcomes of relief."""
    if isinstance(record, Statement):
        outcomes = [_outcome(link.claim, context) for link in record.claims if link.stance == "supports"]
        if not outcomes or any(PARTIAL.search(outcome) is None for outcome in outcomes):
            return
        text, at = record.honest_wording, ("honest_wording",)
    else:
        if PARTIAL.search(record.outcome) is None or "freedom" in record.outcome:
            return
        text, at = record.statement, ("statement",)
    found = FREEDOM.search(text)
    if found is not None and not negated(text, found.start()) and BOTH.search(text) is None:
        message = f"`{found[0]}` says freedom, and the outcome is one of relief."
        yield Problem(message, at, value=found[0], fix="Say relief, or whatever the source counted.")


def _outcome(claim: str, context: Context) -> str:
    entry = context.kb.claims.get(claim)
    return entry.record.outcome if entry is not None and isinstance(entry.record, Finding) else ""
