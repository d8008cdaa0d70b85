"""Two terms of a vocabulary share a name.

Labels, synonyms and abbreviations are how people search. A name leads to one term, or to a term and one that contains
it.

Why it matters:
Whoever searches for the name finds half of the claims.

How to fix it:
Remove the synonym from one of the two, make one term broader than the other, or merge them.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule


def _bearers(kb: KnowledgeBase, vocabulary: str) -> dict[str, list[str]]:
    """The ids of the terms of a vocabulary by every name that they bear."""
    found: dict[str, list[str]] = {}
    for (kind, id), entry in kb.terms.items():
        if kind == vocabulary:
            for _, name in _names(entry.record):
                bearers = found.setdefault(name.casefold(), [])
                bearers.extend([] if id in bearers else [id])
    return found


def _names(term: Term) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("label",), term.label
    yield from ((("synonyms", index), name) for index, name in enumerate(term.synonyms))
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation


def _contains(kb: KnowledgeBase, vocabulary: str, wide: str, narrow: str) -> bool:
    """Whether one term is above another."""
    waiting, seen = [narrow], {narrow}
    while waiting:
        term = kb.term(vocabulary, waiting.pop())
        for above in term.broader if term else ():
            if above == wide:
                return True
            if above not in seen:
                seen.add(above)
                waiting.append(above)
    return False


@rule("VC108", each=Term, severity=Severity.WARNING)
def name_of_two_terms(term: Term, context: Context) -> Iterator[Problem]:
    """Compare the names with those of the terms before it in the same vocabulary."""
    vocabulary, id = context.entry.folder, context.entry.id
    bearers = context.kb.once(_bearers, vocabulary)
    told: set[str] = set()
    for at, name in _names(term):
        others = bearers[name.casefold()]
        for other in others[: others.index(id)]:
            related = _contains(context.kb, vocabulary, other, id) or _contains(context.kb, vocabulary, id, other)
            if not related and name.casefold() not in told:
                told.add(name.casefold())
                message = f"`{name}` is a name of `{other}` too, and neither term contains the other."
                yield Problem(message, at, value=name, fix="Remove it from one of them, or make one the broader term.")
