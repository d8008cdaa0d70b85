"""A line has no colon after its key.

Every line of a record is `key: value`, a list entry, or the continuation of a text.

Why it matters:
The line belongs to nothing.

How to fix it:
Write a colon and a space after the key, or indent the line as part of the text above.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

missing_colon = found_elsewhere("SC133", __name__)
