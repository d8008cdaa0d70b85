"""A source names itself as another study.

`post_hoc_of`, `includes` and `study.may_overlap` name other studies. This one names the study that the source itself
reports.

Why it matters:
Counts of studies and people leave out what is inside something else; a source inside itself would count as nothing.

How to fix it:
Remove the entry, or write the id of the other study.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import FieldPath
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule


@rule("RF114", each=Source)
def source_refers_to_itself(source: Source, context: Context) -> Iterator[Problem]:
    """Compare the ids of other studies with the source's own."""
    own = {context.entry.id, *([source.study.id] if source.study else [])}
    lists: list[tuple[str, FieldPath, tuple[str, ...]]] = [
        ("post_hoc_of", (), source.post_hoc_of),
        ("includes", (), source.includes),
    ]
    if source.study:
        lists.append(("may_overlap", ("study",), source.study.may_overlap))
    for field, base, ids in lists:
        for index, id in enumerate(ids):
            if id in own:
                message = f"`{field}` names `{id}`, which is this source itself."
                yield Problem(message, (*base, field, index), value=id, fix="Remove it, or write the other study's id.")
