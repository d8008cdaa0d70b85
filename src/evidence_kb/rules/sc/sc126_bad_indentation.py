"""A line is indented in a way that fits nothing.

The level of a field is told by the spaces before it. These spaces fit neither the field above nor its parent.

Why it matters:
The field would belong to another part of the record than it seems to.

How to fix it:
Indent it like its neighbours, with two spaces for each level.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

bad_indentation = found_elsewhere("SC126", __name__)
