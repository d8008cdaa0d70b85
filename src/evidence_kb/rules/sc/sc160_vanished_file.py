"""A file vanished while the library was read.

It stood in the folder and could not be opened a moment later.

Why it matters:
The result says nothing about a file that was not read.

How to fix it:
Run the check again when nothing else changes the files.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

vanished_file = found_elsewhere("SC160", __name__)
