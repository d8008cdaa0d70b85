"""A backslash in double quotes begins no known escape.

Inside double quotes a backslash has a meaning, as in `\\n`. What follows this one has none.

Why it matters:
The file cannot be read further.

How to fix it:
Type the character itself, double the backslash, or use single quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

bad_escape = found_elsewhere("SC139", __name__)
