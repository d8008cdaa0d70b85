"""A character only looks like the one that is meant.

Wide colons, no-break spaces and letters of other scripts look like ordinary ones and are not.

Why it matters:
A key that looks right would not be found.

How to fix it:
Type the ordinary character over it.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

look_alike_character = found_elsewhere("SC142", __name__)
