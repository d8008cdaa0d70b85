"""Reads a rule's docstring: a title, an explanation, and sections under fixed headings."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

HEADINGS = ("Why it matters", "How to fix it", "Known exceptions", "References")
REQUIRED = HEADINGS[:2]


@dataclass(frozen=True, slots=True)
class Documentation:
    """The parts of a rule's documentation."""

    title: str
    explanation: str
    sections: tuple[tuple[str, str], ...]

    def section(self, heading: str) -> str:
        """The text under a heading; empty where there is none."""
        return dict(self.sections).get(heading, "")


def read_documentation(docstring: str) -> Documentation:
    """Split a docstring at its headings (a line that is one of HEADINGS and ends with a colon)."""
    lines = inspect.cleandoc(docstring).splitlines()
    title = lines[0] if lines else ""
    heading, parts = "", dict.fromkeys(("",), "")
    for line in lines[1:]:
        name = line.rstrip(":")
        if name in HEADINGS and line.endswith(":") and not line.startswith(" "):
            heading = name
            parts[heading] = ""
        else:
            parts[heading] += f"{line}\n"
    body = {name: inspect.cleandoc(text).strip() for name, text in parts.items()}
    return Documentation(title, body.pop(""), tuple((name, body[name]) for name in HEADINGS if name in body))
