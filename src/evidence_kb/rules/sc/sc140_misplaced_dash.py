"""A list begins where none can stand.

A dash follows a key on the same line, or stands beside fields instead of below one.

Why it matters:
The entries belong to no field.

How to fix it:
Begin the list on the line after its key, indented by two spaces.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

misplaced_dash = found_elsewhere("SC140", __name__)
