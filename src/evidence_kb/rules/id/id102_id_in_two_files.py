"""One id stands in two files.

The name of a file is the id of its record, whatever folder it lies in. Two files of the same name, in two topics, say,
claim the same id; only the first is read.

Why it matters:
A reference to the id would lead to one of two records, and nobody could tell to which.

How to fix it:
Rename one of the files, or remove the copy. A record that moves to another folder keeps its name.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

id_in_two_files = found_elsewhere("ID102", __name__)
