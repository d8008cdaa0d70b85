"""A value bears an anchor.

`&name` marks a value so that it can be repeated elsewhere.

Why it matters:
A record has to be readable from top to bottom; what stands for what must not depend on another place.

How to fix it:
Delete the anchor, and write the value where it is needed.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

anchor = found_elsewhere("SC115", __name__)
