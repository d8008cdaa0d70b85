"""A file holds no fields.

A record is a mapping: lines of `key: value`. This file holds a list, or a text.

Why it matters:
Nothing in it can be read.

How to fix it:
Write one record a file, as `key: value` lines without dashes before them.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

not_a_mapping = found_elsewhere("SC112", __name__)
