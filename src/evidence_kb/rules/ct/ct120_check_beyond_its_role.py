"""A check was made in a role that cannot make it.

Reviewers are named people. A clinical check is a clinician's, an appraisal of design and bias a methodologist's;
figures and wording can be checked by any second reader. What a machine checked is recorded with the role `ai` and
advances nothing.

Why it matters:
Review states are derived from checks. A clinical check by somebody else would show a record as reviewed by a clinician.

How to fix it:
Correct `role` to what the person is, or `of` to what was checked. Never enter a name for somebody who did not check.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.review import Check
from evidence_kb.rules.rule import Context, Problem, rule

ROLES: dict[str, tuple[str, ...]] = {
    "clinical": ("clinician", "ai"),
    "appraisal": ("methodologist", "clinician", "ai"),
}


@rule("CT120", each=Check, without_subject="Checks are recorded when readers have made them.")
def check_beyond_its_role(check: Check, context: Context) -> Iterator[Problem]:
    """Compare what was checked with the role of the reader."""
    allowed = ROLES.get(check.of, ())
    if allowed and check.role not in allowed:
        message = f"A check of kind `{check.of}` cannot be made as {check.role}."
        fix = f"Write the role that {check.by} has, or what was really checked."
        yield Problem(message, ("role",), value=check.role, allowed=allowed, fix=fix)
