"""A file is larger than a record can be.

A record is a page of text. Half a mebibyte is far above that, and is where reading stops.

Why it matters:
A file without bounds can take a checker's memory and time, by accident or by intent.

How to fix it:
Split the record, or move long texts out of it. A text of a source does not belong into the library.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

file_too_large = found_elsewhere("SC101", __name__)
