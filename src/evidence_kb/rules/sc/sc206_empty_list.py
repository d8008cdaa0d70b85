"""A list that must hold something is empty.

The field is required because the record is nothing without it: arms without an arm, an audit without a statement, a
regimen without a way of giving.

Why it matters:
An empty table looks like a result with nothing in it.

How to fix it:
Fill the list with what the source shows. If there is nothing to fill in, another type of claim fits better.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.fact import Fact
from evidence_kb.records.fields import fields
from evidence_kb.records.model import Model
from evidence_kb.rules.rule import Context, Problem, rule


@rule("SC206", each=Model)
def empty_list(value: Model, context: Context) -> Iterator[Problem]:
    """Find required lists without items; an empty list of citations is told by CT101."""
    wanted = fields(type(value))
    for key, content in value.parts():
        if content == () and wanted[key].required and not (isinstance(value, Fact) and key == "citations"):
            yield Problem(f"`{key}` is an empty list; it needs at least one entry.", (key,), fix=f"Fill `{key}`.")
