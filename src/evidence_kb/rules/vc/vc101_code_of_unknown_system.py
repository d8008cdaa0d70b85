"""A code belongs to a system that is not used here.

Terms carry codes of systems that may be passed on: MeSH, RxNorm, UNII, ATC, UCUM, ICHD-3, Disease Ontology, Mondo,
ICD-10-CM, HL7 routes, LOINC, SEVCO, STATO.

Why it matters:
Exports name the system of each code by its address. Codes of licensed systems (SNOMED CT, MedDRA, EDQM) must not be
passed on.

How to fix it:
Use one of the systems, by its short name in small letters, or leave the code out.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.rules.vc.code_systems import LICENSED, PATTERNS
from evidence_kb.suggestions import nearest


@rule("VC101", each=Term)
def code_of_unknown_system(term: Term, context: Context) -> Iterator[Problem]:
    """Look the system up among those that are used."""
    known = tuple(sorted(PATTERNS))
    for system in term.codes:
        if system in PATTERNS:
            continue
        guess = nearest(system, known)
        reason = LICENSED.get(system.lower())
        message = f"`{system}` is no system of codes that is used here" + (f": {reason}." if reason else ".")
        fix = "Leave the code out." if reason else f"Write `{guess}`." if guess else f"Use one of: {', '.join(known)}."
        yield Problem(message, ("codes", system), key=True, value=system, allowed=known, nearest=guess, fix=fix)
