"""A value is an alias for another.

`*name` stands for a value that was marked elsewhere. Nested aliases can grow to any size.

Why it matters:
A few lines could fill a machine's memory; and a change at one place would change another unseen.

How to fix it:
Write the value itself. A text that begins with an asterisk needs quotes.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

alias = found_elsewhere("SC116", __name__)
