"""A value is infinite, or no number.

`.inf` and `.nan` are numbers to YAML and figures of no source.

Why it matters:
Every calculation with it would be without meaning, and comparisons with it are always false.

How to fix it:
Write what the source prints. A figure that was not seen is left out and listed under `not_seen`.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

not_a_number_value = found_elsewhere("SC122", __name__)
