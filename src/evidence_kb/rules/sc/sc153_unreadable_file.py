"""A file may not be read.

The system refuses access to the file or folder.

Why it matters:
What nobody can read nobody can check.

How to fix it:
Change the permissions of the file or folder.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unreadable_file = found_elsewhere("SC153", __name__)
