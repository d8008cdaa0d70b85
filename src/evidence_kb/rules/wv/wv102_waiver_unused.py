"""A waiver answers no finding.

The rule ran, and found nothing at the place that the waiver names.

Why it matters:
An exception that is no longer needed hides the next mistake at the same place.

How to fix it:
Remove the waiver. If the finding has moved, correct `at`.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

waiver_unused = found_elsewhere("WV102", __name__)
