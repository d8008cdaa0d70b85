"""A file in a folder of records is no record.

Folders of records hold .yaml files only.

Why it matters:
It may be a record whose name has a slip, which would be missing without a word.

How to fix it:
Move it elsewhere, or delete it; correct the name if it is a record.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unknown_file = found_elsewhere("SC159", __name__)
