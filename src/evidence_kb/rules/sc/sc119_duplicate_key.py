"""A key stands twice in one place.

The message names the line of the first. Most programs take the last value and lose the first without a word.

Why it matters:
One of two figures would disappear unseen.

How to fix it:
Keep the one that is right. Several values belong into a list.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

duplicate_key = found_elsewhere("SC119", __name__)
