"""A key is no word.

Keys are the names of fields. This one is a number, a truth value, or nothing.

Why it matters:
No field has that name.

How to fix it:
Write the name of the field; where a number is really meant as a name, put it in quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

non_string_key = found_elsewhere("SC120", __name__)
