"""The address of a page is not well-formed.

Pages that were opened are recorded with their full address, beginning with http:// or https://.

Why it matters:
The page is the only witness of what was seen; a reviewer has to be able to open it.

How to fix it:
Copy the address from the browser's address line.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.identifiers import Refused, normalise
from evidence_kb.records.citation import Citation, Via
from evidence_kb.records.library import Library, Licence
from evidence_kb.records.model import Model
from evidence_kb.records.source import Seen
from evidence_kb.rules.rule import Context, Problem, rule

FIELDS = ("url", "seen", "address", "repository")


@rule("IX106", each=(Seen, Via, Citation, Licence, Library))
def address_malformed(record: Model, context: Context) -> Iterator[Problem]:
    """Read every field that holds an address."""
    for field in FIELDS:
        given = getattr(record, field, None)
        if not isinstance(given, str):
            continue
        result = normalise("URL", given)
        if isinstance(result, Refused):
            fix = f"Write `{result.suggestion}`." if result.suggestion else "Copy the address from the browser."
            yield Problem(result.reason, (field,), value=given[:80], nearest=result.suggestion, fix=fix)
