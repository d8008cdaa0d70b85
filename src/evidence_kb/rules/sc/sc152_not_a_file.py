"""Something with the name of a record is no file.

A folder, pipe or device bears a name that ends in .yaml.

Why it matters:
A pipe would keep the checker waiting for ever.

How to fix it:
Remove it, or rename the folder.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

not_a_file = found_elsewhere("SC152", __name__)
