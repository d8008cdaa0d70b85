"""A code is not well-formed in its system.

Each system writes its codes in its own way: MeSH descriptors are D and six or nine digits, ATC codes grow from one
letter to seven characters, Mondo and the Disease Ontology put their name before the number.

Why it matters:
Other systems look terms up by code. A slip leads to another disease or drug, or to nothing.

How to fix it:
Copy the code from the terminology's own site. A code that nobody saw there is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.rules.vc.code_systems import LOOKS_LIKE, PATTERNS


@rule("VC102", each=Term)
def code_malformed(term: Term, context: Context) -> Iterator[Problem]:
    """Match each code with the form of its system."""
    for system, code in term.codes.items():
        if system in PATTERNS and not PATTERNS[system].fullmatch(code):
            message = f"`{code}` is no code of {system}; it looks like {LOOKS_LIKE[system]}."
            fix = "Copy the code from the terminology's own site, or leave it out."
            yield Problem(message, ("codes", system), value=code, fix=fix)
