"""A file begins with a byte order mark.

Some editors put an invisible mark before the first letter of a UTF-8 file.

Why it matters:
The first key then begins with a character that nobody sees, and other programs do not find it.

How to fix it:
Save the file as UTF-8 without a byte order mark.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

byte_order_mark = found_elsewhere("SC102", __name__)
