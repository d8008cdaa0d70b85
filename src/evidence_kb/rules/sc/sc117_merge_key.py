"""Fields are merged in from another place.

`<<` copies the fields of another mapping.

Why it matters:
What a record says must stand in it.

How to fix it:
Copy the fields that are needed.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

merge_key = found_elsewhere("SC117", __name__)
