"""The keys of a claim are those of another type.

Each type of claim has keys of its own. Here all keys together are those of another type than the one that `type` names.

Why it matters:
The type decides how the figures are checked, which source may carry them, and what the page shows.

How to fix it:
Write the type that the message names. If the stated type is meant, replace the keys that do not belong to it.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

keys_of_another_type = found_elsewhere("SC209", __name__)
