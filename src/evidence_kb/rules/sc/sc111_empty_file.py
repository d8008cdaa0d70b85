"""A file is empty.

It holds no field, only white space or comments.

Why it matters:
The id is taken, and references to it lead to nothing.

How to fix it:
Write the record, or delete the file.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

empty_file = found_elsewhere("SC111", __name__)
