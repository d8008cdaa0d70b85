"""A record ends in .yml.

Records end in .yaml, in small letters; this one is not read.

Why it matters:
The record would be missing without a word.

How to fix it:
Rename the file so that it ends in .yaml.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

wrong_extension = found_elsewhere("SC155", __name__)
