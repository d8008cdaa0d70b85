"""The lines of a file end as on Windows.

Each line ends with a carriage return and a line feed; files of the library have the line feed only.

Why it matters:
Every line shows as changed as soon as somebody saves the file on another system.

How to fix it:
Set the editor to LF line ends; `.editorconfig` does so in most editors.
"""

from __future__ import annotations

from evidence_kb.rules.rule import found_elsewhere

windows_line_ends = found_elsewhere("SC105", __name__)
