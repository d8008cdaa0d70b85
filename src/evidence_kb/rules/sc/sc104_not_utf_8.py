"""A file holds bytes that are no UTF-8.

A letter was stored in an older encoding, in which one byte stands for an accented letter.

Why it matters:
Names and units would be shown with a wrong letter, or cut off.

How to fix it:
Save the file as UTF-8, and look at the accented letters of the line that is named.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

not_utf_8 = found_elsewhere("SC104", __name__)
