"""No record uses this term.

The vocabulary holds the terms that the records need. This one is used by no record, and no other term names it as
broader.

Why it matters:
A term without records makes an empty page, and editors choose between words that mean the same.

How to fix it:
Use the term, or remove it. A term that took another's place keeps the old id under `aliases`.

Known exceptions:
A term may be entered before the claims that will use it; the warning goes when they come.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.term import Term
from evidence_kb.rules.rf.dangling import nearly_named
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF106", each=Term, severity=Severity.WARNING)
def term_nobody_uses(term: Term, context: Context) -> Iterator[Problem]:
    """Look for records that name the term."""
    entry = context.entry
    users = context.kb.users.get((entry.folder, entry.id), ())
    # A file that could not be read may be the one that uses it: that file has its own finding.
    missed = entry.id in context.kb.once(nearly_named, entry.folder)
    if all(user is entry for user in users) and not context.kb.broken and not missed:
        message = f"No record uses the term `{entry.id}` of `vocabulary/{entry.folder}.yaml`."
        yield Problem(message, key=True, value=entry.id, fix="Use the term, or remove it.")
