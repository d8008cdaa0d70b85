"""A required key is missing.

Some keys make a record what it is: a claim has a type, a statement and a citation, a source a design and a standing.

Why it matters:
Without it the record cannot be read, and its page would have a gap where the essential stands.

How to fix it:
Add the key with what the source shows. If the source does not show it, another type of claim may fit better.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

missing_key = found_elsewhere("SC202", __name__)
