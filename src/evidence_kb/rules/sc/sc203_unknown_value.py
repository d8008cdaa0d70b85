"""A word is not one of those that may stand here.

Where a key takes one word of a list, the word has to be written as in the list.

Why it matters:
Programs decide by these words what is compared with what, and what counts for whom.

How to fix it:
Write the word that the message proposes, or choose one of those that it lists.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unknown_value = found_elsewhere("SC203", __name__)
