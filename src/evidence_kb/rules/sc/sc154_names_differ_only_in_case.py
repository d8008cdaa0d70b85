"""Two names differ only in case.

Some systems take them for one file, others for two. The same holds for accents that are stored in two ways.

Why it matters:
On the other system one of the two records would be lost.

How to fix it:
Rename one of them.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

names_differ_only_in_case = found_elsewhere("SC154", __name__)
