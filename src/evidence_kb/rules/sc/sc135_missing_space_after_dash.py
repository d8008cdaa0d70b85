"""A dash has no space after it.

`-word` is a text that begins with a hyphen; `- word` is an entry of a list.

Why it matters:
The list would be a text.

How to fix it:
Write a space after the dash. A negative figure needs quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

missing_space_after_dash = found_elsewhere("SC135", __name__)
