"""A word that no evidence can carry.

Proven, cure, guaranteed, safe, ineffective, no effect, not significant: each says more than a study can show, or
takes the absence of evidence for evidence of absence.

Why it matters:
No study proves; no treatment is safe without saying for whom and from what; a difference that was not detected may
exist.

How to fix it:
Say what was found: `no difference was detected`, `the interval includes no difference`, `no serious event was
reported among 157 people`.

Known exceptions:
Words that are denied (`has not been shown to be safe`) pass, and so do the grades of a guideline in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Claim
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.model import Model
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.rules.wd.wording import PUBLISHED, said, sentences

NEGATABLE = re.compile(
    r"\b(?:proven|proves?|proof|cures?|cured|guarantees?|guaranteed|miracle|breakthrough|safe|safely|harmless|"
    r"(?:is|was|are|were|be|as|proved) ineffective|ineffective (?:for|in|against)|highly effective|always works|"
    r"works for everyone|superior to all|conclusive(?:ly)?|definitive(?:ly)?|undoubtedly)\b",
    re.I,
)
ABSENCE = re.compile(
    r"\b(?:(?:had|has|have|shows?|showed|with|of) no (?:significant )?(?:effect|benefit|influence)|"
    r"no (?:side|adverse) effects|(?:is|was|were|are) without effect|not (?:statistically )?significant|"
    r"non-?significant|insignificant|no (?:statistically )?significant|did not work|does not work|"
    r"makes no difference|no different)\b",
    re.I,
)
OPINION = re.compile(
    r"\b(?:authors?|reviewers?|guideline|label|experts?|they|page)\b[^.;]{0,40}\b(?:think|hold|call|judge)s?\b", re.I
)
"""What somebody is said to think is told as an opinion."""
INSTEAD = "Say what was found: `no difference was detected`, with the interval."


@rule("WD102", each=PUBLISHED, severity=Severity.WARNING)
def overclaiming_word(record: Model, context: Context) -> Iterator[Problem]:
    """Look for the words in the sentences that are published."""
    if isinstance(record, Claim) and isinstance(record, Recommendation):
        return
    for sentence in sentences(record):
        found = said(NEGATABLE, sentence.text)
        if found is not None and not OPINION.search(sentence.text):
            fix = "Say what was found, in how many people, compared with what."
            yield Problem(f"`{found}` says more than evidence can show.", sentence.at, value=found, fix=fix)
        absent = ABSENCE.search(sentence.text)
        if absent is not None:
            message = f"`{absent[0]}` takes what was not detected for what is not there."
            yield Problem(message, sentence.at, value=absent[0], fix=INSTEAD)
