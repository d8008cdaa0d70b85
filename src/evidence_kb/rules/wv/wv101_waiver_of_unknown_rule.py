"""A waiver names a rule that does not exist.

A waiver switches one rule off at one place, `switched_off` in library.yaml for the whole library. A code that no rule
bears switches nothing off, and the reader of the record is told of an exception that is none.

Why it matters:
Waivers are printed on the claim's page. A waiver of nothing is a false statement about the checks.

How to fix it:
Write the code of the finding that the waiver is meant to answer, or remove the waiver.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.library import RuleSetting
from evidence_kb.records.review import Waiver
from evidence_kb.rules.catalogue import all_rules
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest


@rule("WV101", each=(Waiver, RuleSetting))
def waiver_of_unknown_rule(waiver: Waiver | RuleSetting, context: Context) -> Iterator[Problem]:
    """Compare the code with those of all rules."""
    codes = tuple(known.code for known in all_rules())
    if waiver.rule not in codes:
        guess = nearest(waiver.rule, codes)
        hint = f" Did you mean `{guess}`?" if guess else ""
        fix = f"Write `{guess}`." if guess else "Write the code that the finding shows, or remove the waiver."
        message = f"`{waiver.rule}` is not the code of a rule.{hint}"
        yield Problem(message, ("rule",), value=waiver.rule, nearest=guess, fix=fix)
