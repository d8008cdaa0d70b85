"""A compound has no readable formula, or does not hold the element that is counted.

Doses are told in mmol beside the mass. These are computed from the formula of the salt and the element that is counted.

Why it matters:
A wrong formula changes every dose of the treatment by the same factor, and none of them looks odd.

How to fix it:
Write the formula as `MgSO4.7H2O`: symbols and numbers, parts joined by points, no brackets. Count
an element that it holds.
Leave the formula out where no source says of which salt the doses are.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.amounts import problem_of
from evidence_kb.records.term import Composition
from evidence_kb.rules.rule import Context, Problem, rule


@rule("VC113", each=Composition)
def compound_without_element(composition: Composition, context: Context) -> Iterator[Problem]:
    """Read the formula and look for the element in it."""
    problem = problem_of(composition)
    if problem:
        field = "formula" if composition.formula else "element"
        yield Problem(f"{problem[:1].upper()}{problem[1:]}.", (field,), value=getattr(composition, field))
