"""A line is too long to be read.

Lines above two thousand characters are not read.

Why it matters:
Nobody can review such a line, and a difference between versions shows all of it.

How to fix it:
Break the text with `>-` over several lines, or shorten it.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

line_too_long = found_elsewhere("SC110", __name__)
