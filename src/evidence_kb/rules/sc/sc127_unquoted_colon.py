"""A text with a colon is not in quotes.

A colon and a space end a key. In the middle of a text they have to be quoted.

Why it matters:
The text would become a key, or the file could not be read.

How to fix it:
Put the whole text in quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unquoted_colon = found_elsewhere("SC127", __name__)
