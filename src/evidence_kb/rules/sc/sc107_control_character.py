"""A file holds a control character.

Characters such as NUL, backspace and escape have no form; they steer terminals.

Why it matters:
They can hide text from a reviewer, or stop another program in the middle of the file.

How to fix it:
Delete the character. It usually came with text that was copied from a PDF.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

control_character = found_elsewhere("SC107", __name__)
