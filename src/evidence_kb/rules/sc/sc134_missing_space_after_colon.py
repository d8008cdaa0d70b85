"""A colon has no space after it.

`key:value` is one word to YAML.

Why it matters:
The field would be missing, and its name and value would be one odd text.

How to fix it:
Write a space after the colon.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

missing_space_after_colon = found_elsewhere("SC134", __name__)
