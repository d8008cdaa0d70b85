"""A file holds too many values.

A record has some hundred values; at fifty thousand reading stops.

Why it matters:
A file without bounds can take a checker's memory and time.

How to fix it:
Split the file into several records.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

too_many_values = found_elsewhere("SC125", __name__)
