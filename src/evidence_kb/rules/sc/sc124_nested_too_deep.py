"""Values are nested too deeply.

Records have some ten levels; at forty reading stops.

Why it matters:
Deep nesting exhausts the readers of other programs.

How to fix it:
Look for brackets that are not closed, or indentation that runs away.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

nested_too_deep = found_elsewhere("SC124", __name__)
