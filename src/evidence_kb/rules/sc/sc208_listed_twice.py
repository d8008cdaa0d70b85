"""An entry stands twice in a list.

Conditions, interventions, synonyms, reasons, limitations: in a list of names each stands once.

Why it matters:
The second entry is a slip of the hand where another word was meant, or it is shown twice.

How to fix it:
Remove the copy, or write what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.model import Model
from evidence_kb.records.population import ConditionShare
from evidence_kb.rules.rule import Context, Problem, rule


@rule("SC208", each=Model)
def listed_twice(value: Model, context: Context) -> Iterator[Problem]:
    """Compare the entries of lists of names, and the terms of conditions."""
    for key, content in value.parts():
        # Arms of a comparison have a rule of their own (RF104).
        if not isinstance(content, tuple) or key == "arms":
            continue
        seen: set[str] = set()
        for index, item in enumerate(content):
            name = item.term if isinstance(item, ConditionShare) and item.detail is None else item
            if not isinstance(name, str):
                continue
            if name in seen:
                yield Problem(f"`{name}` stands twice under `{key}`.", (key, index), value=name, fix="Remove the copy.")
            seen.add(name)
