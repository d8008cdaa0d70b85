"""A bracket is closed by one of another kind.

A list that was opened with `[` ends with `]`, a mapping that was opened with `{` with `}`.

Why it matters:
The file cannot be read further.

How to fix it:
Close it with its own partner.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

wrong_bracket = found_elsewhere("SC143", __name__)
