"""A file is stored as UTF-16.

The file holds two bytes for every letter. Files of the library are UTF-8.

Why it matters:
Other tools show it as gibberish, and differences between versions cannot be read.

How to fix it:
Save the file as UTF-8.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

utf_16 = found_elsewhere("SC103", __name__)
