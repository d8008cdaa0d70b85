"""A value is not of the form that is expected.

Figures are digits as printed, counts whole numbers without quotes, dates `2026`, `2026-11` or `2026-11-22`, ids
lower-case words joined by hyphens, and truth values `true` or `false`.

Why it matters:
Everything is computed from these forms. A date that is a word is never due, and a count that is a text adds up to
nothing.

How to fix it:
Write the value in the form that the message names. Words around a figure belong into the statement.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

malformed_value = found_elsewhere("SC205", __name__)
