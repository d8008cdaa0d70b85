"""A line is indented or divided with a tab.

YAML does not allow tabs in indentation, and how wide one is depends on who looks.

Why it matters:
The record would have another shape for each reader.

How to fix it:
Replace the tab by spaces, two for each level.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

tab_character = found_elsewhere("SC109", __name__)
