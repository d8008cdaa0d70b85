"""Text follows a closing quotation mark.

A quoted value ends with its quotation mark; only a comment may follow on the line.

Why it matters:
The rest of the line belongs to nothing.

How to fix it:
Put the whole value in quotes, or use the other kind of quotation mark outside.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

text_after_quote = found_elsewhere("SC136", __name__)
