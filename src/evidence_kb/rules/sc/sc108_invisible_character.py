"""A file holds an invisible character.

Zero-width spaces, marks of direction and the like have no form and change what the text is.

Why it matters:
Two ids that look alike would differ, and text could be shown in another order than it is read.

How to fix it:
Delete the character, or retype the word.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

invisible_character = found_elsewhere("SC108", __name__)
