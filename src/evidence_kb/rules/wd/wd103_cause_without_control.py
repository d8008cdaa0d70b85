"""A cause is named where no design shows one.

A series without a control group, a comparison of before and after, or an observed association cannot tell what a
treatment did. Its statement says what was seen, not what was caused.

Why it matters:
Pain passes by itself, people who feel worst improve most, and those who choose a treatment differ from those who do
not.

How to fix it:
Say what happened and when: `pain was lower an hour after`, `people with a higher intake had migraine less often`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.analysis.question_evidence import uncontrolled
from evidence_kb.findings import Severity
from evidence_kb.records.base import Finding
from evidence_kb.records.claims.association import Association
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.rules.wd.wording import negated

CAUSAL = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )"
    r"\b(?:caus(?:es|ed)|cur(?:es|ed)|prevent(?:s|ed)|reliev(?:es|ed)|reduc(?:es|ed)|lower(?:s|ed)|abolish(?:es|ed)|"
    r"eliminat(?:es|ed)|stopped|stops|eas(?:es|ed)|led to|leads to|resulted in|results in|brought about|"
    r"protect(?:s|ed))\b"
    r"(?! by\b)",
    re.I,
)
DENIED_EFFECT = re.compile(r"\b(?:reduced|lowered) (?:dose|intake|amount)\b", re.I)


def _without_control(claim: Finding, context: Context) -> bool:
    return isinstance(claim, Association) or bool(uncontrolled(claim, context.kb))


@rule("WD103", each=Finding, severity=Severity.WARNING, where=_without_control)
def cause_without_control(claim: Finding, context: Context) -> Iterator[Problem]:
    """Look for verbs of causing in statements on uncontrolled designs."""
    for match in CAUSAL.finditer(claim.statement):
        if negated(claim.statement, match.start()) or DENIED_EFFECT.match(claim.statement, match.start()):
            continue
        design = uncontrolled(claim, context.kb) or "an observed association"
        message = f"`{match[0]}` names a cause, and the figures are from {design}."
        yield Problem(message, ("statement",), value=match[0], fix="Say what was seen, before and after or in whom.")
        return
