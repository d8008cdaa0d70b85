"""A text is empty.

The field is there and holds nothing but spaces.

Why it matters:
Pages would show a heading, a label or a reason with nothing after it.

How to fix it:
Write the text, or leave the key out where it is optional.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.library import RuleSetting
from evidence_kb.records.model import Model
from evidence_kb.records.review import Waiver
from evidence_kb.rules.rule import Context, Problem, rule


@rule("SC207", each=Model)
def empty_text(value: Model, context: Context) -> Iterator[Problem]:
    """Find texts without a visible character, alone or in a list; an empty reason of a waiver is told by WV103."""
    for key, content in value.parts():
        if isinstance(value, (Waiver, RuleSetting)) and key == "reason":
            continue
        if isinstance(content, str) and not content.strip():
            yield Problem(f"`{key}` is an empty text.", (key,), fix="Write the text, or leave the key out.")
        elif isinstance(content, tuple):
            for index, item in enumerate(content):
                if isinstance(item, str) and not item.strip():
                    yield Problem(f"`{key}` has an empty entry.", (key, index), fix="Remove the entry.")
        elif isinstance(content, dict):
            for name, item in content.items():
                if not name.strip() or not str(item).strip():
                    yield Problem(f"`{key}` has an empty entry.", (key, name), fix="Remove the entry.")
