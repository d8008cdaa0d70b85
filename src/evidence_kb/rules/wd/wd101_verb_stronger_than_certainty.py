"""A sentence is surer than its certainty.

With moderate certainty a treatment probably does something, with low certainty it may, with very low certainty the
effect is very uncertain. A plain verb belongs to high certainty.

Why it matters:
The verb is what readers take away; the level beside it is read by few.

How to fix it:
Use the verb of the level: `probably reduces`, `may reduce`, `the evidence is very uncertain`. Say what one study
reported in the past tense, with the study as its subject.

References:
GRADE guidelines 26, Santesso N et al. J Clin Epidemiol 2020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.analysis.informative_statements import allowed_verbs
from evidence_kb.findings import Severity
from evidence_kb.records.question import QuestionOutcome
from evidence_kb.rules.rule import Context, Problem, rule

PLAIN = re.compile(
    r"\b(?:reduces|increases|improves|relieves|prevents|lowers|raises|eases|stops|shortens|causes|works|helps|lessens|"
    r"results in|leads to|is effective|is better|is worse)\b",
    re.I,
)
ANY_HEDGE = ("probably", "likely", "may", "might", "could", "uncertain", "unclear", "not known", "unknown", "whether")


@rule(
    "WD101",
    each=QuestionOutcome,
    severity=Severity.WARNING,
    where=lambda row, context: bool(row.summary),
    without_subject="needs a row with a sentence of the curator",
)
def verb_stronger_than_certainty(row: QuestionOutcome, context: Context) -> Iterator[Problem]:
    """Look for a plain verb without the words that fit the level."""
    text = row.summary or ""
    level = row.certainty.final if row.certainty.status != "not-rated" else None
    found = PLAIN.search(text)
    fitting = allowed_verbs(level) or ANY_HEDGE
    if level == "high" or found is None or any(re.search(rf"\b{word}\b", text, re.I) for word in fitting):
        return
    certainty = f"{level.replace('-', ' ')} certainty" if level else "a certainty that was not rated"
    message = f"`{found[0]}` is too sure for {certainty}."
    yield Problem(message, ("summary",), value=found[0], fix=f"Use one of: {', '.join(fitting[:4])}.")
