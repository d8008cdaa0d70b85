"""Two entries inside brackets have no comma between them.

In `{…}` and `[…]` entries are divided by commas, also across lines.

Why it matters:
Two entries would become one.

How to fix it:
Write a comma after the first of the two.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

missing_comma = found_elsewhere("SC144", __name__)
