"""A file holds a carriage return without a line feed.

The character moves to the beginning of a line and ends none.

Why it matters:
What stands after it can cover what stands before it, so that a reviewer sees another text than the program.

How to fix it:
Delete the character, or write a line end in its place.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

lone_carriage_return = found_elsewhere("SC106", __name__)
