"""A value bears a tag.

`!name` asks the reader to make a special object of the value. Nothing here is ever made so.

Why it matters:
Tags are how YAML files run programs in careless readers.

How to fix it:
Delete the tag. A text that begins with an exclamation mark needs quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

tag = found_elsewhere("SC118", __name__)
