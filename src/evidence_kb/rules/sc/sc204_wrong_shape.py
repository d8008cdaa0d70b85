"""A value has the wrong shape.

Where a list is expected there is one word, where a mapping is expected a text, or nothing stands after the key.

Why it matters:
The value cannot be read, and what it was meant to say is lost.

How to fix it:
Write a list as `[a, b]` or with dashes on lines of their own, a mapping as `{key: value}` or with keys on indented
lines.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

wrong_shape = found_elsewhere("SC204", __name__)
