"""The sign of a block of text is followed by text.

`>` and `|` at the end of a line announce a text on the lines below. Here text follows on the same line.

Why it matters:
A value such as `>50%` would be lost.

How to fix it:
Put the value in quotes; or begin the block on the next line, indented.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

block_text_header = found_elsewhere("SC138", __name__)
