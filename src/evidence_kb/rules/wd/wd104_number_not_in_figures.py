"""A statement holds a number that the claim's figures do not.

Every number of the statement stands in the claim: a figure of an arm or a contrast, a size, a dose, a time, or the
description of the study. Small numbers in words count, too. Pairs (16 of 18), p values, intervals and signs are those
of the claim.

Why it matters:
The statement is what is read and quoted. A figure that stands nowhere else was checked by nobody.

How to fix it:
Compare digit by digit with the figures. Correct the one that was copied wrongly, enter a figure that is missing, or
leave the number out of the sentence.

Known exceptions:
A difference of shares may be told in points, a time in another unit, and the people of all arms together.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.claim_numbers import missing_in_statement
from evidence_kb.analysis.statement_figures import misfits
from evidence_kb.findings import Severity
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.rules.rule import Context, Problem, rule


@rule("WD104", each=(Finding, Regimen, Recommendation), severity=Severity.WARNING)
def number_not_in_figures(claim: Claim, context: Context) -> Iterator[Problem]:
    """Compare the numbers of the statement with all numbers of the claim and its study."""
    missing = [number.text for number in missing_in_statement(claim, context.kb)]
    if not missing and isinstance(claim, Finding):
        missing = list(misfits(claim))
    if missing:
        shown = ", ".join(dict.fromkeys(missing))
        message = f"The statement holds {shown}, and the claim's figures do not."
        fix = "Compare with the figures digit by digit; enter what is missing, or leave the number out."
        yield Problem(message, ("statement",), value=shown, fix=fix)
