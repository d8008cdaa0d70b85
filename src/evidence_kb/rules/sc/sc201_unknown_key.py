"""A key is not one that may stand here.

The keys of every record are fixed. This one is misspelt, or stands in a place where it has no meaning.

Why it matters:
A misspelt key is a value that nobody reads: the figure is in the file, and missing from every page.

How to fix it:
Write the key that the message proposes, or one of those that it lists. What has no key of its own belongs into
`statement`, `detail` or `note`.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unknown_key = found_elsewhere("SC201", __name__)
