"""The library has too many files.

After a hundred thousand files reading stops.

Why it matters:
The rest of the library would go unchecked.

How to fix it:
Split the library into several by subject.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

too_many_files = found_elsewhere("SC158", __name__)
