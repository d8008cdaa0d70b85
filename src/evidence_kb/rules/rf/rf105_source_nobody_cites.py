"""No claim cites this source.

A source is in the library because something was read in it. This one is cited by no claim and named by no other
source.

Why it matters:
A list of sources that nothing rests on looks like evidence and is none.

How to fix it:
Add the claims that were read in it, or remove the source.

Known exceptions:
A source that another one names as its successor, as its erratum or among the studies that it includes need not be
cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.source import Source
from evidence_kb.rules.rf.dangling import nearly_named
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF105", each=Source, severity=Severity.WARNING)
def source_nobody_cites(source: Source, context: Context) -> Iterator[Problem]:
    """Look for other records that name the source, or its study."""
    id = context.entry.id
    keys = [("source", id), *([("study", source.study.id)] if source.study else [])]
    users = {user.id for key in keys for user in context.kb.users.get(key, ())}
    # A file that could not be read may be the one that cites it: that file has its own finding.
    missed = id in context.kb.once(nearly_named, "source")
    if not users - {id} and not context.kb.broken and not missed:
        fix = "Add the claims that were read in it, or remove the file."
        yield Problem(f"No claim cites `{id}`, and no other source names it.", key=True, value=id, fix=fix)
