"""A key is a list or a mapping.

YAML allows whole structures as keys; no record has any.

Why it matters:
Nothing could be looked up by it.

How to fix it:
Write `key: value`. A text that begins with a question mark or a bracket needs quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

complex_key = found_elsewhere("SC121", __name__)
