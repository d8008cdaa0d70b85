"""A file cannot be read as YAML.

The text follows no rule of YAML, and none of the commoner mistakes explains it.

Why it matters:
Nothing of the record could be read.

How to fix it:
Look at the place that is named, and at the line before it: quotes, brackets, indentation.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

unreadable_yaml = found_elsewhere("SC146", __name__)
