"""A registration of a trial is not well-formed.

ClinicalTrials.gov numbers are NCT and eight digits, ISRCTN numbers eight digits, EudraCT numbers a year and two groups.
Numbers of other registries are recognised by their letters.

Why it matters:
The registration shows what was planned. A wrong number leads to another trial, or to none.

How to fix it:
Copy the number from the page that shows it. A remembered number belongs under `candidates.registration`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.identifiers import Kind, Refused, normalise
from evidence_kb.records.study import Study
from evidence_kb.rules.rule import Context, Problem, rule

READERS: tuple[tuple[str, Kind], ...] = (
    ("NCT", "NCT"),
    ("ISRCTN", "ISRCTN"),
    ("EUDRACT", "EudraCT"),
    ("20", "EudraCT"),
)
OTHERS = re.compile(
    r"(?:ACTRN\d{14}p?|ChiCTR[-A-Z]*\d{8,10}|CTRI/\d{4}/\d{2,3}/\d{6}|DRKS\d{8}|IRCT\d{6,}N\d+|jRCTs?\d{9,10}"
    r"|JapicCTI-\d{6}|KCT\d{7}|LBCTR\d+|NL\d{1,5}|NTR\d{1,5}|PACTR\d{15,16}|PER-\d{3}-\d{2}|RBR-[0-9a-z]{6,8}"
    r"|RPCEC\d{8}|SLCTR/\d{4}/\d{3}|TCTR\d{11}|UMIN\d{9}|U1111-\d{4}-\d{4})"
)


@rule("IX102", each=Study, where=lambda study, context: bool(study.registration))
def registration_malformed(study: Study, context: Context) -> Iterator[Problem]:
    """Read each number by the registry that its letters name."""
    for index, number in enumerate(study.registration):
        kind = next((kind for start, kind in READERS if number.strip().upper().startswith(start)), None)
        result = normalise(kind, number) if kind else None
        if isinstance(result, Refused):
            guess = result.suggestion
            fix = f"Write `{guess}`." if guess else "Copy the number from the page that shows it."
            yield Problem(result.reason, ("registration", index), value=number, nearest=guess, fix=fix)
        elif kind is None and not OTHERS.fullmatch(number.strip()):
            message = f"`{number}` is not a number of a trial registry that is known here."
            fix = "Copy the number with its letters (`NCT…`, `ISRCTN…`, `UMIN…`) from the page that shows it."
            yield Problem(message, ("registration", index), value=number, fix=fix)
