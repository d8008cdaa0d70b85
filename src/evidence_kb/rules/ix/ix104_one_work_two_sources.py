"""One work stands under two ids.

Two sources have the same DOI, PMID or PMCID. A work is one source, however many claims cite it.

Why it matters:
A study that stands twice counts twice, and corrections reach one of the two only.

How to fix it:
Keep one source, move the claims of the other to it, and keep the removed id under `aliases`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.identifiers import Kind, Normalised, normalise
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule

SINGULAR: tuple[tuple[Kind, str], ...] = (("DOI", "doi"), ("PMID", "pmid"), ("PMCID", "pmcid"))


def _bearers(kb: KnowledgeBase, kind: str) -> dict[str, list[str]]:
    """Sources by identifier of one kind, in the order of their ids."""
    found: dict[str, list[str]] = {}
    for id, entry in kb.sources.items():
        value = _value(entry.record, kind)
        if value:
            found.setdefault(value, []).append(id)
    return found


def _value(source: Source, kind: str) -> str | None:
    for known, name in SINGULAR:
        given = getattr(source.csl, name)
        if known == kind and given is not None:
            result = normalise(known, given)
            return result.value.casefold() if isinstance(result, Normalised) else None
    return None


@rule("IX104", each=Source)
def one_work_two_sources(source: Source, context: Context) -> Iterator[Problem]:
    """Compare each identifier with those of the sources before it."""
    for kind, _ in SINGULAR:
        value = _value(source, kind)
        bearers = context.kb.once(_bearers, kind).get(value or "", [])
        if value and bearers[0] != context.entry.id:
            yield Problem(
                f"The {kind} `{value}` is that of `{bearers[0]}` too; one work is one source.",
                ("csl", kind),
                value=value,
                fix="Keep one of the two sources, and cite it in all claims.",
            )
