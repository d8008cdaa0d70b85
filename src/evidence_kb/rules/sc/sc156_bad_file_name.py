"""The name of a file is no id.

The name is the id of the record: lower-case letters, digits and single hyphens.

Why it matters:
The id is the address of a page and the word by which other records name it.

How to fix it:
Rename the file as the message proposes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

bad_file_name = found_elsewhere("SC156", __name__)
