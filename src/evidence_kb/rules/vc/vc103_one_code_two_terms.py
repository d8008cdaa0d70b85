"""Two terms of a vocabulary have the same code.

A code stands for one thing. Two terms with one code are one thing under two names, or one of the codes is wrong.

Why it matters:
Another system that looks the code up gets one of two terms.

How to fix it:
Keep one term and make the other's label a synonym, or remove the code from the narrower term.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule


def _bearers(kb: KnowledgeBase, vocabulary: str) -> dict[tuple[str, str], list[str]]:
    """The ids of the terms of a vocabulary by system and code."""
    found: dict[tuple[str, str], list[str]] = {}
    for (kind, id), entry in kb.terms.items():
        if kind == vocabulary:
            for system, code in entry.record.codes.items():
                found.setdefault((system, code), []).append(id)
    return found


@rule("VC103", each=Term, severity=Severity.WARNING)
def one_code_two_terms(term: Term, context: Context) -> Iterator[Problem]:
    """Compare the codes with those of the terms before it in the same vocabulary."""
    bearers = context.kb.once(_bearers, context.entry.folder)
    for system, code in term.codes.items():
        first = bearers[system, code][0]
        if first != context.entry.id:
            message = f"The {system} code `{code}` is that of `{first}` too."
            yield Problem(message, ("codes", system), value=code, fix="Remove it from the narrower of the two terms.")
