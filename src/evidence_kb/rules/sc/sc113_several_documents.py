"""A file holds several documents.

A line of three hyphens begins a second document. One file is one record.

Why it matters:
The second record would have no id and be lost.

How to fix it:
Move what follows into a file of its own, and delete the line.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

several_documents = found_elsewhere("SC113", __name__)
