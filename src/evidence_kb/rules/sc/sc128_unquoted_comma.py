"""A text with a comma inside braces is not in quotes.

In `{…}` and `[…]` a comma ends an entry. A text that contains one has to be quoted there.

Why it matters:
The half of the text after the comma would be a field of its own.

How to fix it:
Put the text in quotes, or write the fields on lines of their own.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unquoted_comma = found_elsewhere("SC128", __name__)
