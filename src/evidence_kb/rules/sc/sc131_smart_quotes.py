"""A value is enclosed in typographic quotation marks.

“ and ” are ordinary letters to YAML; only " and ' quote a value.

Why it matters:
The marks would become part of the value, and what stands between them would not be quoted.

How to fix it:
Replace them by straight quotation marks. Word processors change them while one types.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

smart_quotes = found_elsewhere("SC131", __name__)
