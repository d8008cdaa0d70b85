"""A file is a symbolic link.

Links can lead out of the library; they are not followed.

Why it matters:
A library that is copied or published must hold what it shows, and nothing from elsewhere on a machine.

How to fix it:
Put the file itself in its place.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

symbolic_link = found_elsewhere("SC151", __name__)
