"""A remembered identifier is already established.

`candidates` hold identifiers that nobody saw. This one equals what stands in `csl`, which holds only what
a page showed.

Why it matters:
The list of candidates is a list of open questions; answered ones hide the others.

How to fix it:
Remove the candidate. If it was not really seen, remove it from `csl` instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.identifiers import Normalised, normalise
from evidence_kb.records.source import Source
from evidence_kb.rules.ix.ix101_identifier_malformed import KINDS
from evidence_kb.rules.rule import Context, Problem, rule


@rule("IX107", each=Source)
def candidate_already_seen(source: Source, context: Context) -> Iterator[Problem]:
    """Compare candidates with the identifiers in `csl`, and registrations with those of the study."""
    if source.candidates is None:
        return
    fix = "Remove it from `candidates`, or from `csl` if no page showed it."
    for kind, name in KINDS:
        given, known = getattr(source.candidates, name), getattr(source.csl, name)
        if given is None or known is None:
            continue
        one, other = normalise(kind, given), normalise(kind, known)
        if isinstance(one, Normalised) and isinstance(other, Normalised) and one.value == other.value:
            message = f"The candidate {kind} `{given}` already stands in `csl`."
            yield Problem(message, ("candidates", kind), value=given, fix=fix)
    for index, number in enumerate(source.candidates.registration):
        if source.study and number in source.study.registration:
            message = f"The candidate registration `{number}` already stands in `study.registration`."
            yield Problem(message, ("candidates", "registration", index), value=number, fix=fix)
