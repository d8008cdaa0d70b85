"""A file holds the marks of an unsettled merge.

Lines of `<<<<<<<`, `=======` and `>>>>>>>` enclose two versions between which nobody has chosen.

Why it matters:
The record says two things.

How to fix it:
Choose one version, and delete the marks.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

merge_conflict = found_elsewhere("SC145", __name__)
