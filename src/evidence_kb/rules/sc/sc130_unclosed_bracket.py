"""A bracket is not closed.

A list or mapping was opened with `[` or `{` and does not end.

Why it matters:
Everything that follows would belong to it.

How to fix it:
Close the bracket. A text that begins with one needs quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unclosed_bracket = found_elsewhere("SC130", __name__)
