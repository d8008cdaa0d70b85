"""A value is cut off by a comment that may not be one.

` #` begins a comment. What stands before it here looks unfinished, and what follows like a part of it.

Why it matters:
The end of the value would be lost without a word.

How to fix it:
Put the value in quotes if the sign belongs to it; write `# ` with a space for a comment.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

comment_without_space = found_elsewhere("SC141", __name__)
