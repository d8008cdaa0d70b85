"""A value begins with a character that YAML keeps for itself.

`@`, `` ` `` and a few others cannot begin a text, nor can a comma begin an entry.

Why it matters:
The file cannot be read further.

How to fix it:
Put the text in quotes, or delete the character.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

reserved_character = found_elsewhere("SC132", __name__)
