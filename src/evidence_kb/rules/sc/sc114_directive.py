"""A file begins with a directive.

Lines that begin with `%` change how YAML is read.

Why it matters:
Another reader of YAML would give another record, or none; here one file has one meaning.

How to fix it:
Delete the line that begins with the sign.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

directive = found_elsewhere("SC114", __name__)
