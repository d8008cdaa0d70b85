"""A former id is in use again.

`aliases` are former ids of a record; their pages lead to the record's page. An alias must not be the id of another
record of the same kind, nor the alias of a second one.

Why it matters:
Old links and printed addresses would lead to the wrong record.

How to fix it:
Remove the alias, or give the newer record another id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.base import Entity
from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule


def _names(kb: KnowledgeBase, kind: str) -> dict[str, list[tuple[str, str]]]:
    """Who bears or bore a name, by name: pairs of `id` or `alias` and the id of the entry."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry in kb.entries:
        if _kind(entry) == kind:
            found[entry.id].append(("id", entry.id))
            for alias in entry.record.aliases:
                found[alias].append(("alias", entry.id))
    return found


def _kind(entry: Entry[Any]) -> str:
    return entry.folder if entry.kind == "term" else entry.kind


@rule("ID103", each=(Entity, Term))
def alias_taken(record: Entity | Term, context: Context) -> Iterator[Problem]:
    """Look each alias up among the ids and aliases of the same kind."""
    names = context.kb.once(_names, _kind(context.entry)) if record.aliases else {}
    for index, alias in enumerate(record.aliases):
        others = [(what, id) for what, id in names[alias] if what == "id" or id != context.entry.id]
        if others:
            what, id = others[0]
            whose = "this record's own id" if id == context.entry.id else f"{what} of `{id}`"
            message = f"The alias `{alias}` is {'' if id == context.entry.id else 'already the '}{whose}."
            yield Problem(message, ("aliases", index), value=alias, fix="Remove the alias, or rename the other record.")
