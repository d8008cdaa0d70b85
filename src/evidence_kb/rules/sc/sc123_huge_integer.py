"""A number has far too many digits.

Numbers of hundreds of digits stand in no source.

Why it matters:
Some programs take minutes to read such a number.

How to fix it:
Write the figure as printed; a text of digits needs quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

huge_integer = found_elsewhere("SC123", __name__)
