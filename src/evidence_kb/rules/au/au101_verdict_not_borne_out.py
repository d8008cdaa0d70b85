"""A verdict is not borne out by the claims that are linked.

The verdict follows from the links; the first case that fits holds. Contradicted: a claim contradicts directly and none
supports directly. Unsupported: no claim supports. Outdated: all support comes from sources that no longer stand, or the
statement was true once. Indirect: all support is indirect. Overstated: direct support and direct contradiction. Where
only direct support is left, faults make it overstated or selective, and without faults it is accurate. Advice and
definitions are not checkable; a fact at which nobody has looked is not assessed.

Why it matters:
A verdict is published beside somebody's name. It has to follow from evidence that the reader can open.

How to fix it:
Correct the verdict, or the links: is a claim missing, is its stance or its directness wrong? If the statement is called
selective or overstated, name the fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.verdicts import borne_out
from evidence_kb.records.audit import Statement
from evidence_kb.rules.rule import Context, Problem, rule


@rule("AU101", each=Statement)
def verdict_not_borne_out(statement: Statement, context: Context) -> Iterator[Problem]:
    """Compare the stated verdict with those that the links admit."""
    expected = borne_out(statement, context.kb)
    # A link whose directness and reasons disagree has its own finding (RF119).
    unclear = any(bool(link.indirect_because) != (link.directness == "indirect") for link in statement.claims)
    if unclear or statement.verdict in expected.verdicts:
        return
    names = " or ".join(f"`{verdict}`" for verdict in expected.verdicts)
    single = expected.verdicts[0] if len(expected.verdicts) == 1 else None
    yield Problem(
        f"{statement.id} is called {statement.verdict}; its links make it {names}, because {expected.because}.",
        ("verdict",),
        value=statement.verdict,
        allowed=expected.verdicts,
        nearest=single,
        fix=f"Write {names}, or {'add `searched` or a link' if not statement.claims else 'correct the links'}.",
    )
