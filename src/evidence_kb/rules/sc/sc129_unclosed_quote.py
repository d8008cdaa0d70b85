"""A quotation mark is not closed.

The text begins with a quotation mark and does not end with one.

Why it matters:
Everything that follows would belong to the text.

How to fix it:
Close the quotation, or take the first mark away. Inside double quotes write `\\"` for a mark.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unclosed_quote = found_elsewhere("SC129", __name__)
