"""The year in a source's id is not the year of its publication.

Ids of publications usually end in a name and a year. This id has another year than `csl.issued`.

Why it matters:
One of the two is a slip. The year decides what is newer, and the id is what people remember.

How to fix it:
Correct `issued` after the page that was seen. An id never changes: if it is the id that is wrong, or counts the first
appearance online, add a waiver that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@rule("ID104", each=Source, severity=Severity.WARNING)
def year_against_id(source: Source, context: Context) -> Iterator[Problem]:
    """Compare the years in the id with the year of publication."""
    years = YEAR.findall(context.entry.id)
    issued = source.csl.issued
    # A year that has not come is told by CU109.
    if years and issued and issued[:4] not in years and issued[:4] <= context.as_of[:4]:
        message = f"The id says {years[0]}, and `issued` {issued}."
        yield Problem(message, ("csl", "issued"), value=issued, fix="Look the year up on the page that was seen.")
