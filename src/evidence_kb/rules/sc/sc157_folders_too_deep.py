"""Folders are nested too deeply.

Topics may have topics, down to six levels; what is below is not read.

Why it matters:
A chain of folders without end would never be read to its end.

How to fix it:
Move the files further up.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

folders_too_deep = found_elsewhere("SC157", __name__)
