"""A text with a bracket is not in quotes.

A value that begins with `[` or `{` is a list or a mapping. Text after its end, or a bracket inside braces, has no
place.

Why it matters:
The file cannot be read further, or a text becomes a list.

How to fix it:
Put the whole text in quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unquoted_bracket = found_elsewhere("SC137", __name__)
